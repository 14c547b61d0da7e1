package nfstep.conntrack;

import nfstep.packet.Protocols;

/** Prints a connection as {@code conntrack -L} of conntrack-tools 1.4.7 does. */
public final class ConntrackLine {
    private static final int NAME_WIDTH = 8;

    private static final long SECOND = 1_000_000_000L;

    private ConntrackLine() {}

    /** The line with the whole seconds that are left; counters are in it where accounting is on, or was. */
    public static String print(Connection connection, long now) {
        long left = Math.max(0, connection.expiresAt() - now) / SECOND;
        return head(connection) + left + " " + rest(connection);
    }

    /** The line without the seconds, which a kernel does not repeat from run to run. */
    public static String printWithoutTime(Connection connection) {
        return head(connection) + rest(connection);
    }

    private static String head(Connection connection) {
        int protocol = connection.original().protocol();
        String name = name(protocol);
        return name + " ".repeat(NAME_WIDTH - name.length()) + " " + protocol + " ";
    }

    private static String name(int protocol) {
        return switch (protocol) {
            case Protocols.TCP -> "tcp";
            case Protocols.UDP -> "udp";
            case Protocols.UDPLITE -> "udplite";
            case Protocols.ICMP -> "icmp";
            case Protocols.ICMPV6 -> "icmpv6";
            case Protocols.SCTP -> "sctp";
            case Protocols.GRE -> "gre";
            case Protocols.DCCP -> "dccp";
            default -> "unknown";
        };
    }

    private static String rest(Connection connection) {
        String state = connection.tracking().stateName();
        return (state.isEmpty() ? "" : state + " ")
                + way(connection, Direction.ORIGINAL)
                + (connection.has(CtStatus.SEEN_REPLY) ? "" : "[UNREPLIED] ")
                + way(connection, Direction.REPLY)
                + (connection.has(CtStatus.ASSURED) ? "[ASSURED] " : "")
                + "mark=" + Integer.toUnsignedString(connection.mark())
                + zone(connection.zone())
                + helper(connection)
                + " use=1";
    }

    private static String helper(Connection connection) {
        String helper = connection.assistance().helper();
        return helper.isEmpty() ? "" : " helper=" + helper;
    }

    private static String way(Connection connection, Direction direction) {
        String counted = connection
                .counters()
                .map(c -> "packets=" + c.packets(direction) + " bytes=" + c.bytes(direction) + " ")
                .orElse("");
        return tuple(connection.tuple(direction)) + zone(connection.zone(), direction) + counted;
    }

    private static String tuple(Tuple tuple) {
        String keys =
                switch (tuple.protocol()) {
                    case Protocols.ICMP, Protocols.ICMPV6 ->
                        "type=" + tuple.icmpType() + " code=" + tuple.icmpCode() + " id=" + tuple.sourceKey() + " ";
                    case Protocols.GRE ->
                        "srckey=0x" + Integer.toHexString(tuple.sourceKey()) + " dstkey=0x"
                                + Integer.toHexString(tuple.destinationKey()) + " ";
                    case Protocols.TCP, Protocols.UDP, Protocols.UDPLITE, Protocols.SCTP, Protocols.DCCP ->
                        "sport=" + tuple.sourceKey() + " dport=" + tuple.destinationKey() + " ";
                    default -> "";
                };
        return "src=" + tuple.source() + " dst=" + tuple.destination() + " " + keys;
    }

    private static String zone(Zone zone) {
        return zone.original() && zone.reply() && zone.id() != 0 ? " zone=" + zone.id() : "";
    }

    private static String zone(Zone zone, Direction direction) {
        boolean oneWay = zone.original() != zone.reply();
        if (!oneWay || zone.idFor(direction) == 0) {
            return "";
        }
        return (direction == Direction.ORIGINAL ? "zone-orig=" : "zone-reply=") + zone.id() + " ";
    }
}
