package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Protocols;

/** A table that a test fills with translated connections. */
final class Nat {
    final SeededDraw draw = new SeededDraw(20_261_124);
    private ConntrackTable table = ConntrackTable.empty();
    private long id;

    static Tuple tuple(int protocol, String source, int sourceKey, String destination, int destinationKey) {
        return new Tuple(IpAddress.of(source), IpAddress.of(destination), protocol, sourceKey, destinationKey);
    }

    static Tuple udp(String source, int sourcePort, String destination, int destinationPort) {
        return tuple(Protocols.UDP, source, sourcePort, destination, destinationPort);
    }

    /** A range as a target's option writes it: {@code 10.0.0.1-10.0.0.9:100-200/50}; each part may be missing. */
    static NatRange range(String text) {
        int colon = text.indexOf(':');
        String addresses = colon < 0 ? text : text.substring(0, colon);
        String ports = colon < 0 ? "" : text.substring(colon + 1);
        return new NatRange(addresses(addresses), ports(ports), false, false, false);
    }

    static NatRange random(NatRange range) {
        return new NatRange(range.addresses(), range.ports(), true, false, false);
    }

    private static Optional<NatRange.AddressRange> addresses(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] ends = text.split("-", -1);
        return Optional.of(new NatRange.AddressRange(IpAddress.of(ends[0]), IpAddress.of(ends[ends.length - 1])));
    }

    private static Optional<NatRange.PortRange> ports(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String[] base = text.split("/", -1);
        String[] ends = base[0].split("-", -1);
        return Optional.of(new NatRange.PortRange(
                Integer.parseInt(ends[0]),
                Integer.parseInt(ends[ends.length - 1]),
                base.length > 1 ? Integer.parseInt(base[1]) : 0));
    }

    Connection fresh(Tuple tuple) {
        id++;
        return Connection.fresh(id, Zone.DEFAULT, tuple, Tuples.inverse(tuple).orElseThrow())
                .withExpiry(1);
    }

    NatChosen choose(Connection connection, Manip manip, NatRange range) {
        return NatChoice.choose(new NatRequest(connection, manip, range), table, draw);
    }

    /** Translates a new connection's source, confirms it, and gives back the choice. */
    NatChosen source(Tuple tuple, NatRange range) {
        NatChosen chosen = choose(fresh(tuple), Manip.SRC, range);
        confirm(chosen.after());
        return chosen;
    }

    NatChosen destination(Tuple tuple, NatRange range) {
        NatChosen chosen = choose(fresh(tuple), Manip.DST, range);
        confirm(chosen.after());
        return chosen;
    }

    /** Confirms it if that can be. */
    Confirmation confirm(Connection connection) {
        Confirmation confirmation = Confirmation.confirm(connection, table, 0);
        if (confirmation instanceof Confirmation.Confirmed confirmed) {
            table = table.with(confirmed.after());
        }
        return confirmation;
    }

    ConntrackTable table() {
        return table;
    }

    static int newPort(NatChosen chosen) {
        return chosen.after().reply().destinationKey();
    }

    static void assertFailsAtConfirm(Nat nat, NatChosen chosen) {
        assertThat(Confirmation.confirm(chosen.after(), nat.table(), 0)).isInstanceOf(Confirmation.Dropped.class);
    }
}
