package nfstep.conntrack;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;

/** A router with the NAT rules of {@code recorded-nat.txt}, which draws the ports that the kernel drew. */
final class NatHost {
    private final ConntrackSettings settings = ConntrackSettings.defaults();
    private ConntrackTable table = ConntrackTable.empty();
    private long id;

    /** The table as the recording writes it: protocol and original tuple, reply tuple and state. */
    Map<String, String> listing() {
        Map<String, String> listing = new TreeMap<>();
        for (Connection c : table.all()) {
            String state = c.tracking().stateName();
            listing.put(
                    Protocols.name(c.original().protocol()).replaceAll("^\\d+$", "unknown") + " " + text(c.original()),
                    text(c.reply()) + (state.isEmpty() ? "" : " " + state));
        }
        return listing;
    }

    /** Forwards a packet; a port that has to be drawn becomes that one where it can. */
    void forward(Packet packet, int drawn) {
        Tuple tuple = Tuples.of(packet).orElseThrow();
        ConntrackTable.Hit hit = table.find(Zone.DEFAULT, tuple).orElseGet(() -> created(tuple));
        TrackOutcome outcome =
                Trackers.track(new TrackInput(hit.connection(), hit.direction(), packet, 0, settings, true));
        if (outcome instanceof TrackOutcome.Restart) {
            table = table.without(hit.connection().id());
            forward(packet, drawn);
        } else if (outcome instanceof TrackOutcome.Accepted accepted) {
            table = accepted.after().isConfirmed() ? table.with(accepted.after()) : begun(accepted.after(), drawn);
        } else if (outcome instanceof TrackOutcome.Ignored ignored) {
            table = table.with(ignored.after());
        }
    }

    private ConntrackTable.Hit created(Tuple tuple) {
        id++;
        return new ConntrackTable.Hit(
                Connection.fresh(id, Zone.DEFAULT, tuple, Tuples.inverse(tuple).orElseThrow()), Direction.ORIGINAL);
    }

    private ConntrackTable begun(Connection fresh, int drawn) {
        Connection decided = decided(decided(fresh, Manip.DST, drawn), Manip.SRC, drawn);
        Confirmation confirmation = Confirmation.confirm(decided, table, 0);
        return confirmation instanceof Confirmation.Confirmed confirmed ? table.with(confirmed.after()) : table;
    }

    private Connection decided(Connection connection, Manip manip, int drawn) {
        Tuple current = Tuples.inverse(connection.reply()).orElseThrow();
        NatRequest request = rule(current, manip)
                .map(range -> new NatRequest(connection, manip, Nat.range(range)))
                .orElseGet(() -> NatRequest.withoutRule(connection, manip));
        NatChosen chosen =
                NatChoice.choose(request, table, (purpose, bound) -> Math.floorMod(drawn - first(current), bound));
        chosen.destroyed().ifPresent(old -> table = table.without(old));
        return chosen.after();
    }

    private static Optional<String> rule(Tuple tuple, Manip manip) {
        int port = tuple.destinationKey();
        if (manip == Manip.DST) {
            return tuple.protocol() == Protocols.UDP ? destinationRule(port) : Optional.empty();
        }
        return switch (tuple.protocol()) {
            case Protocols.UDP -> sourceRule(port);
            case Protocols.TCP -> Optional.of(port == 80 ? "10.2.0.1:9000-9001" : "10.2.0.1:9000");
            default -> Optional.of("10.2.0.1");
        };
    }

    private static Optional<String> destinationRule(int port) {
        return switch (port / 1000) {
            case 3 -> port == 3500 ? Optional.of("10.2.0.2:3000") : Optional.empty();
            case 4 -> Optional.of("10.2.0.2:7000-7003");
            case 5 -> Optional.of(port < 5100 ? "10.2.0.2:7100-7110/5000" : "10.2.0.2-10.2.0.4");
            default -> Optional.empty();
        };
    }

    private static Optional<String> sourceRule(int port) {
        return switch (port / 1000) {
            case 1 -> Optional.of("10.2.0.1");
            case 2 -> Optional.of("10.2.0.100-10.2.0.103:6000-6005");
            default -> Optional.empty();
        };
    }

    /** The first of the keys that are drawn from for a tuple. */
    private static int first(Tuple tuple) {
        if (tuple.protocol() == Protocols.ICMP) {
            return 0;
        }
        if (tuple.protocol() == Protocols.TCP) {
            return 9000;
        }
        if (tuple.destinationKey() / 1000 == 2) {
            return 6000;
        }
        int port = tuple.sourceKey();
        return port >= 1024 ? 1024 : port < 512 ? 1 : 600;
    }

    private static String text(Tuple tuple) {
        String addresses = "src=" + tuple.source() + " dst=" + tuple.destination();
        return switch (tuple.protocol()) {
            case Protocols.ICMP ->
                addresses + " type=" + tuple.icmpType() + " code=" + tuple.icmpCode() + " id=" + tuple.sourceKey();
            case Protocols.TCP, Protocols.UDP ->
                addresses + " sport=" + tuple.sourceKey() + " dport=" + tuple.destinationKey();
            default -> addresses;
        };
    }
}
