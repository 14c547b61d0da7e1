package nfstep.parse.packet;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Effect.LogFlags;

/** An IPv6 packet in a log line: {@code dump_ipv6_packet}. */
record LogIpv6(StringBuilder out, Packet packet, LogFlags flags, LogTransport transport) {
    private static final int HEADER = 40;
    private static final int ICMP_HEADER = 8;
    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION_OPTIONS = 60;
    private static final int TOO_BIG = 2;
    private static final int PARAMETER_PROBLEM = 4;
    /** No header is as long: the line ends here. */
    private static final int ENDED = -1;

    /** The whole packet; whether the owner and the mark may follow. */
    boolean whole() {
        return dump(0);
    }

    private boolean dump(int at) {
        if (!transport.has(at, HEADER)) {
            out.append("TRUNCATED");
            return false;
        }
        header(at);
        int next = packet.u8(at + 6);
        int upper = at + HEADER;
        boolean later = false;
        while (isExtension(next)) {
            int length = extension(next, upper, later);
            if (length == ENDED) {
                return false;
            }
            later |= next == FRAGMENT && (packet.u16(upper + 2) & 0xfff8) != 0;
            next = packet.u8(upper);
            upper += length;
        }
        return upperLayer(next, upper, new Place(later, at == 0));
    }

    private record Place(boolean laterFragment, boolean outermost) {}

    private void header(int at) {
        int word = packet.i32(at);
        out.append("SRC=");
        address(at + 8);
        out.append(" DST=");
        address(at + 24);
        out.append(" LEN=").append(packet.u16(at + 4) + HEADER);
        out.append(" TC=").append(word >>> 20 & 0xff);
        out.append(" HOPLIMIT=").append(packet.u8(at + 7));
        out.append(" FLOWLBL=").append(word & 0xfffff).append(' ');
    }

    private void address(int at) {
        for (int i = 0; i < 16; i += 2) {
            out.append(i == 0 ? "" : ":").append(LogTransport.hex(packet.u16(at + i), 4));
        }
    }

    private static boolean isExtension(int next) {
        return switch (next) {
            case HOP_BY_HOP, ROUTING, FRAGMENT, DESTINATION_OPTIONS, Protocols.AH, Protocols.ESP -> true;
            default -> false;
        };
    }

    /** One extension header; how long it is. */
    private int extension(int type, int at, boolean later) {
        if (!transport.has(at, 2)) {
            out.append("TRUNCATED");
            return ENDED;
        }
        option("OPT ( ");
        int length =
                switch (type) {
                    case FRAGMENT -> fragment(at);
                    case Protocols.AH -> authentication(at, later);
                    case Protocols.ESP -> encapsulation(at, later);
                    default -> options(at, later);
                };
        if (length != ENDED) {
            option(") ");
        }
        return length;
    }

    private int fragment(int at) {
        out.append("FRAG:");
        if (!transport.has(at, 8)) {
            out.append("TRUNCATED ");
            return ENDED;
        }
        int word = packet.u16(at + 2);
        out.append(word & 0xfff8).append((word & 1) != 0 ? " INCOMPLETE " : " ");
        out.append("ID:").append(LogTransport.hex(packet.i32(at + 4), 8)).append(' ');
        return 8;
    }

    private int options(int at, boolean later) {
        if (later) {
            option(")");
            return ENDED;
        }
        return (packet.u8(at + 1) + 1) * 8;
    }

    private int authentication(int at, boolean later) {
        boolean shown = security("AH ", at, later, 12);
        if (!shown) {
            return ENDED;
        }
        if (flags.ipOptions()) {
            transport.securityParameters(at + 4);
        }
        return (packet.u8(at + 1) + 2) * 4;
    }

    private int encapsulation(int at, boolean later) {
        if (security("ESP ", at, later, 8) && flags.ipOptions()) {
            transport.securityParameters(at);
            out.append(')');
        }
        return ENDED;
    }

    /** The name of an IPsec header, which only the flag for options shows; whether the line goes on. */
    private boolean security(String name, int at, boolean later, int needed) {
        if (!flags.ipOptions()) {
            return true;
        }
        out.append(name);
        boolean ends = later || transport.lacks(at, needed);
        option(ends ? ")" : "");
        return !ends;
    }

    private void option(String text) {
        out.append(flags.ipOptions() ? text : "");
    }

    private boolean upperLayer(int protocol, int at, Place place) {
        return switch (protocol) {
            case Protocols.TCP -> transport.tcp(at, place.laterFragment());
            case Protocols.UDP, Protocols.UDPLITE -> transport.udp(at, protocol, place.laterFragment());
            case Protocols.ICMPV6 -> icmp(at, place);
            default -> {
                transport.protocol(protocol);
                yield true;
            }
        };
    }

    private boolean icmp(int at, Place place) {
        out.append("PROTO=ICMPv6 ");
        if (place.laterFragment()) {
            return true;
        }
        if (transport.lacks(at, ICMP_HEADER)) {
            return false;
        }
        transport.icmpTypeAndCode(at);
        switch (packet.u8(at)) {
            case 128, 129 -> transport.icmpIdAndSequence(at);
            case 1, TOO_BIG, 3, PARAMETER_PROBLEM -> error(at, place.outermost());
            default -> {}
        }
        return true;
    }

    private void error(int at, boolean outermost) {
        if (packet.u8(at) == PARAMETER_PROBLEM) {
            out.append("POINTER=")
                    .append(LogTransport.hex(packet.i32(at + 4), 8))
                    .append(' ');
        }
        if (outermost) {
            out.append('[');
            dump(at + ICMP_HEADER);
            out.append("] ");
        }
        if (packet.u8(at) == TOO_BIG) {
            out.append("MTU=")
                    .append(Integer.toUnsignedString(packet.i32(at + 4)))
                    .append(' ');
        }
    }
}
