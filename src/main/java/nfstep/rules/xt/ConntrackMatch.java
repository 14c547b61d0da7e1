package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Direction;
import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m conntrack}: compares the packet's state and its connection. For a packet without connection, the state alone
 * decides, and without {@code --ctstate} it never matches.
 *
 * <p>Source: iptables-extensions(8), "conntrack"; kernel {@code net/netfilter/xt_conntrack.c}, {@code conntrack_mt}.
 *
 * @param states the wanted states, null where they are not asked for
 * @param conditions all others, in the order in which iptables prints them
 */
public record ConntrackMatch(@Nullable CtStates states, List<CtCondition> conditions) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "conntrack", "Compares the packet's state and its connection.", described(), ConntrackMatch::read);

    public ConntrackMatch {
        conditions = List.copyOf(conditions);
    }

    private static Options described() {
        List<OptionSpec> all = new ArrayList<>();
        all.add(OptionSpec.invertible(
                "ctstate", "STATE[,STATE...]  INVALID, NEW, ESTABLISHED, RELATED, UNTRACKED, SNAT, DNAT"));
        all.add(OptionSpec.invertible("ctproto", "PROTOCOL  of the connection"));
        for (CtEnd end : CtEnd.values()) {
            all.add(OptionSpec.invertible(end.addressOption(), "ADDRESS[/MASK]"));
        }
        for (CtEnd end : CtEnd.values()) {
            all.add(OptionSpec.invertible(end.portOption(), "PORT[:PORT]"));
        }
        all.add(OptionSpec.invertible("ctstatus", "NONE, EXPECTED, SEEN_REPLY, ASSURED, CONFIRMED[,...]"));
        all.add(OptionSpec.invertible("ctexpire", "SECONDS[:SECONDS]  left until the connection is forgotten"));
        all.add(OptionSpec.of("ctdir", "ORIGINAL or REPLY"));
        OptionSpec[] specs = all.toArray(OptionSpec[]::new);
        String[] names = all.stream().map(OptionSpec::name).toArray(String[]::new);
        return Options.of(specs).needsOneOf(names);
    }

    private static Outcome<Match> read(Reading reading) {
        CtStates states = reading.use("ctstate")
                .map(use -> CtStates.read(reading, use, true))
                .orElse(null);
        List<CtCondition> conditions = new ArrayList<>();
        add(conditions, reading, "ctproto", use -> protocol(reading, use));
        for (CtEnd end : CtEnd.values()) {
            add(conditions, reading, end.addressOption(), use -> address(reading, end, use));
        }
        for (CtEnd end : CtEnd.values()) {
            add(
                    conditions,
                    reading,
                    end.portOption(),
                    use -> new CtCondition.Port(end, Ports.ofAnyProtocol(reading, use)));
        }
        add(conditions, reading, "ctstatus", use -> status(reading, use));
        add(conditions, reading, "ctexpire", use -> expiry(reading, use));
        add(conditions, reading, "ctdir", use -> new CtCondition.Way(direction(reading, use)));
        return reading.made(() -> new ConntrackMatch(states, conditions));
    }

    private static void add(
            List<CtCondition> all, Reading reading, String name, Function<OptionUse, CtCondition> read) {
        reading.use(name).map(read).ifPresent(all::add);
    }

    private static CtCondition protocol(Reading reading, OptionUse use) {
        OptionalInt number = Protocols.number(use.word());
        if (number.isEmpty()) {
            reading.refuse(use, "takes a protocol's name or a number from 0 to 255, not " + Quoting.quote(use.word()));
        }
        if (number.orElse(-1) == 0) {
            reading.refuse(use, "would never match: no connection has protocol 0");
        }
        return new CtCondition.Protocol(use.inverted(), number.orElse(0));
    }

    private static CtCondition address(Reading reading, CtEnd end, OptionUse use) {
        return new CtCondition.Address(use.inverted(), end, CtAddress.read(reading, use));
    }

    private static CtCondition status(Reading reading, OptionUse use) {
        return new CtCondition.Status(use.inverted(), CtStatusWords.read(reading, use));
    }

    private static CtCondition expiry(Reading reading, OptionUse use) {
        return new CtCondition.Expiry(NumberRange.read(reading, use, 0xffff_ffffL));
    }

    private static Direction direction(Reading reading, OptionUse use) {
        Optional<Direction> direction = Stream.of(Direction.values())
                .filter(d -> d.name().equalsIgnoreCase(use.word()))
                .findFirst();
        if (direction.isEmpty()) {
            reading.refuse(use, "takes ORIGINAL or REPLY, not " + Quoting.quote(use.word()));
        }
        return direction.orElse(Direction.ORIGINAL);
    }

    @Override
    public String name() {
        return "conntrack";
    }

    @Override
    public boolean matches(MatchContext context) {
        if (states != null && !states.holds(context)) {
            return false;
        }
        Connection connection = context.connection();
        if (connection == null) {
            return states != null;
        }
        for (int i = 0; i < conditions.size(); i++) {
            if (!conditions.get(i).holds(context, connection)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), seen(context));
    }

    private String seen(MatchContext context) {
        Connection connection = context.connection();
        if (connection == null) {
            String ignored = states != null && states.holds(context) && !conditions.isEmpty()
                    ? ", so that only --ctstate counts"
                    : "";
            return CtStates.seen(context) + ignored;
        }
        if (states != null && (conditions.isEmpty() || !states.holds(context))) {
            return CtStates.seen(context);
        }
        return conditions.stream()
                .filter(c -> !c.holds(context, connection))
                .findFirst()
                .map(c -> c.seen(context, connection))
                .orElseGet(() -> conditions.stream()
                        .map(c -> c.seen(context, connection))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public String options() {
        String state = states == null ? "" : Parts.option(states.inverted(), "ctstate", states.words());
        String[] parts = Stream.concat(Stream.of(state), conditions.stream().map(CtCondition::save))
                .toArray(String[]::new);
        return Parts.join(parts);
    }

    @Override
    public String listing(boolean numeric) {
        String state = states == null ? "" : (states.inverted() ? "! " : "") + "ctstate " + states.words();
        String[] parts = Stream.concat(Stream.of(state), conditions.stream().map(c -> c.listing(numeric)))
                .toArray(String[]::new);
        return Parts.join(parts);
    }
}
