package nfstep.rules.xt;

import java.util.Locale;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Direction;
import nfstep.packet.Protocols;
import nfstep.rules.MatchContext;

/** What {@code -m conntrack} may ask of a packet's connection, besides the packet's state. */
sealed interface CtCondition {
    /** Nanoseconds in a second. */
    long SECOND = 1_000_000_000L;

    /** {@code --ctproto}. */
    record Protocol(boolean inverted, int number) implements CtCondition {
        @Override
        public String option() {
            return "ctproto";
        }

        @Override
        public String words(boolean numeric) {
            return Integer.toString(number);
        }

        @Override
        public boolean holds(MatchContext context, Connection connection) {
            return (connection.original().protocol() == number) != inverted;
        }

        @Override
        public String seen(MatchContext context, Connection connection) {
            return "connection protocol " + Protocols.name(connection.original().protocol());
        }
    }

    /** {@code --ctorigsrc} and its kind. */
    record Address(boolean inverted, CtEnd end, CtAddress address) implements CtCondition {
        @Override
        public String option() {
            return end.addressOption();
        }

        @Override
        public String words(boolean numeric) {
            return address.listing(numeric);
        }

        @Override
        public boolean holds(MatchContext context, Connection connection) {
            return address.holds(end.address(connection)) != inverted;
        }

        @Override
        public String seen(MatchContext context, Connection connection) {
            return name() + " " + end.address(connection);
        }

        private String name() {
            return end.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** {@code --ctorigsrcport} and its kind. */
    record Port(CtEnd end, Ports ports) implements CtCondition {
        @Override
        public boolean inverted() {
            return ports.inverted();
        }

        @Override
        public String option() {
            return end.portOption();
        }

        @Override
        public String words(boolean numeric) {
            return ports.range();
        }

        @Override
        public boolean holds(MatchContext context, Connection connection) {
            return ports.holds(end.key(connection));
        }

        @Override
        public String seen(MatchContext context, Connection connection) {
            return end.name().toLowerCase(Locale.ROOT).replace('_', ' ') + " port " + end.key(connection);
        }
    }

    /** {@code --ctstatus}. */
    record Status(boolean inverted, CtStatusWords status) implements CtCondition {
        @Override
        public String option() {
            return "ctstatus";
        }

        @Override
        public String words(boolean numeric) {
            return status.words();
        }

        @Override
        public boolean holds(MatchContext context, Connection connection) {
            return ((connection.status() & status.mask()) != 0) != inverted;
        }

        @Override
        public String seen(MatchContext context, Connection connection) {
            return "status " + new CtStatusWords(connection.status() & CtStatusWords.ALL).words();
        }
    }

    /** {@code --ctexpire}: the seconds that are left; none for a connection that is not confirmed yet. */
    record Expiry(NumberRange seconds) implements CtCondition {
        @Override
        public boolean inverted() {
            return seconds.inverted();
        }

        @Override
        public String option() {
            return "ctexpire";
        }

        @Override
        public String words(boolean numeric) {
            return seconds.text();
        }

        @Override
        public boolean holds(MatchContext context, Connection connection) {
            return seconds.holds(left(context, connection));
        }

        @Override
        public String seen(MatchContext context, Connection connection) {
            return left(context, connection) + " seconds left";
        }

        private static long left(MatchContext context, Connection connection) {
            boolean confirmed = connection.has(CtStatus.CONFIRMED);
            return confirmed ? Math.max(connection.expiresAt() - context.now(), 0) / SECOND : 0;
        }
    }

    /** {@code --ctdir}. */
    record Way(Direction direction) implements CtCondition {
        @Override
        public boolean inverted() {
            return false;
        }

        @Override
        public String option() {
            return "ctdir";
        }

        @Override
        public String words(boolean numeric) {
            return direction.name();
        }

        @Override
        public boolean holds(MatchContext context, Connection connection) {
            return context.skb().ct().info().direction() == direction;
        }

        @Override
        public String seen(MatchContext context, Connection connection) {
            return "direction " + context.skb().ct().info().direction();
        }
    }

    /** Whether it stands behind {@code !}. */
    boolean inverted();

    /** The option's name. */
    String option();

    /** What follows the option. */
    String words(boolean numeric);

    /** Whether the connection is as wanted. */
    boolean holds(MatchContext context, Connection connection);

    /** What the connection has instead. */
    String seen(MatchContext context, Connection connection);

    /** As iptables-save prints it. */
    default String save() {
        return Parts.option(inverted(), option(), words(true));
    }

    /** As a listing prints it. */
    default String listing(boolean numeric) {
        return (inverted() ? "! " : "") + option() + " " + words(numeric);
    }
}
