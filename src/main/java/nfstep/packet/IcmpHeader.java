package nfstep.packet;

import java.util.Optional;

/** The fields of an ICMP header: RFC 792, RFC 4443; {@code rest} is the word behind the checksum. */
public record IcmpHeader(IpFamily family, int type, int code, int checksum, int rest) {
    /** How many bytes it has. */
    public static final int LENGTH = 8;

    static Optional<IcmpHeader> of(Packet packet) {
        if (packet.protocol() != packet.family().icmp() || !packet.hasTransport(LENGTH)) {
            return Optional.empty();
        }
        int at = packet.headerLength();
        return Optional.of(new IcmpHeader(
                packet.family(), packet.u8(at), packet.u8(at + 1), packet.u16(at + 2), packet.i32(at + 4)));
    }

    /** The identifier of a query. */
    public int id() {
        return rest >>> 16;
    }

    /** The sequence number of a query. */
    public int sequence() {
        return rest & 0xffff;
    }

    /** Whether it reports a problem with a packet, which it then quotes: RFC 1122 section 3.2.2, RFC 4443. */
    public boolean isError() {
        return isError(family, type);
    }

    /** Whether it asks or answers, so that its id belongs to a conversation. */
    public boolean isQuery() {
        return isQuery(family, type);
    }

    /** The name of its type, or the number in decimal. */
    public String typeName() {
        return typeName(family, type);
    }

    /** Whether a type reports a problem. */
    public static boolean isError(IpFamily family, int type) {
        if (family == IpFamily.IPV6) {
            return type < 128;
        }
        return switch (type) {
            case 3, 4, 5, 11, 12 -> true;
            default -> false;
        };
    }

    /** Whether a type asks or answers. */
    public static boolean isQuery(IpFamily family, int type) {
        if (family == IpFamily.IPV6) {
            return type == 128 || type == 129 || type == 139 || type == 140;
        }
        return switch (type) {
            case 0, 8, 13, 14, 15, 16, 17, 18 -> true;
            default -> false;
        };
    }

    /** The name that iptables gives a type, or the number in decimal. */
    public static String typeName(IpFamily family, int type) {
        return family == IpFamily.IPV4 ? ipv4Name(type) : ipv6Name(type);
    }

    private static String ipv4Name(int type) {
        return switch (type) {
            case 0 -> "echo-reply";
            case 3 -> "destination-unreachable";
            case 4 -> "source-quench";
            case 5 -> "redirect";
            case 8 -> "echo-request";
            case 9 -> "router-advertisement";
            case 10 -> "router-solicitation";
            case 11 -> "time-exceeded";
            case 12 -> "parameter-problem";
            case 13 -> "timestamp-request";
            case 14 -> "timestamp-reply";
            case 17 -> "address-mask-request";
            case 18 -> "address-mask-reply";
            default -> Integer.toString(type);
        };
    }

    private static String ipv6Name(int type) {
        return switch (type) {
            case 1 -> "destination-unreachable";
            case 2 -> "packet-too-big";
            case 3 -> "time-exceeded";
            case 4 -> "parameter-problem";
            case 128 -> "echo-request";
            case 129 -> "echo-reply";
            case 130 -> "mld-listener-query";
            case 131 -> "mld-listener-report";
            case 132 -> "mld-listener-done";
            case 133 -> "router-solicitation";
            case 134 -> "router-advertisement";
            case 135 -> "neighbour-solicitation";
            case 136 -> "neighbour-advertisement";
            case 137 -> "redirect";
            default -> Integer.toString(type);
        };
    }
}
