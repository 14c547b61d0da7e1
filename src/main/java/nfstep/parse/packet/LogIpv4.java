package nfstep.parse.packet;

import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Effect.LogFlags;

/** An IPv4 packet in a log line: {@code dump_ipv4_packet}. */
record LogIpv4(StringBuilder out, Packet packet, LogFlags flags, LogTransport transport) {
    private static final int HEADER = 20;
    private static final int ICMP_HEADER = 8;
    private static final int OFFSET = 0x1fff;
    private static final int UNREACHABLE = 3;
    private static final int REDIRECT = 5;
    private static final int PARAMETER_PROBLEM = 12;
    private static final int FRAGMENTATION_NEEDED = 4;

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
        int length = (packet.u8(at) & 0xf) * 4;
        if (flags.ipOptions() && !transport.options(at + HEADER, length - HEADER, "TRUNCATED")) {
            return false;
        }
        return upperLayer(at, at + length);
    }

    private void header(int at) {
        int tos = packet.u8(at + 1);
        int fragment = packet.u16(at + 6);
        out.append("SRC=").append(new Ipv4Address(packet.i32(at + 12)));
        out.append(" DST=").append(new Ipv4Address(packet.i32(at + 16)));
        out.append(" LEN=").append(packet.u16(at + 2));
        out.append(String.format(" TOS=0x%02X PREC=0x%02X", tos & 0x1e, tos & 0xe0));
        out.append(" TTL=").append(packet.u8(at + 8));
        out.append(" ID=").append(packet.u16(at + 4)).append(' ');
        out.append((fragment & 0x8000) != 0 ? "CE " : "");
        out.append((fragment & 0x4000) != 0 ? "DF " : "");
        out.append((fragment & 0x2000) != 0 ? "MF " : "");
        out.append((fragment & OFFSET) != 0 ? "FRAG:" + (fragment & OFFSET) + " " : "");
    }

    private boolean upperLayer(int at, int upper) {
        int protocol = packet.u8(at + 9);
        boolean later = (packet.u16(at + 6) & OFFSET) != 0;
        switch (protocol) {
            case Protocols.TCP -> {
                return transport.tcp(upper, later);
            }
            case Protocols.UDP, Protocols.UDPLITE -> {
                return transport.udp(upper, protocol, later);
            }
            case Protocols.ICMP -> icmp(upper, later, at == 0);
            case Protocols.AH -> authentication(upper, later);
            case Protocols.ESP -> encapsulation(upper, later);
            default -> transport.protocol(protocol);
        }
        return true;
    }

    private void icmp(int at, boolean laterFragment, boolean outermost) {
        out.append("PROTO=ICMP ");
        if (laterFragment || transport.lacks(at, ICMP_HEADER)) {
            return;
        }
        transport.icmpTypeAndCode(at);
        if (transport.lacks(at, needed(packet.u8(at)))) {
            return;
        }
        switch (packet.u8(at)) {
            case 0, 8 -> transport.icmpIdAndSequence(at);
            case PARAMETER_PROBLEM ->
                out.append("PARAMETER=").append(packet.u8(at + 4)).append(' ');
            case UNREACHABLE, 4, REDIRECT, 11 -> error(at, outermost);
            default -> {}
        }
    }

    private void error(int at, boolean outermost) {
        if (packet.u8(at) == REDIRECT) {
            out.append("GATEWAY=").append(new Ipv4Address(packet.i32(at + 4))).append(' ');
        }
        if (outermost) {
            out.append('[');
            dump(at + ICMP_HEADER);
            out.append("] ");
        }
        if (packet.u8(at) == UNREACHABLE && packet.u8(at + 1) == FRAGMENTATION_NEEDED) {
            out.append("MTU=").append(packet.u16(at + 6)).append(' ');
        }
    }

    /** How many bytes a message of that type has at least. */
    private static int needed(int type) {
        return switch (type) {
            case UNREACHABLE, 4, REDIRECT, 11, PARAMETER_PROBLEM -> ICMP_HEADER + HEADER;
            case 13, 14 -> 20;
            case 17, 18 -> 12;
            default -> 0;
        };
    }

    /** Of a later fragment the kernel says nothing, not even the protocol. */
    private void authentication(int at, boolean laterFragment) {
        if (laterFragment) {
            return;
        }
        out.append("PROTO=AH ");
        if (!transport.lacks(at, 12)) {
            transport.securityParameters(at + 4);
        }
    }

    private void encapsulation(int at, boolean laterFragment) {
        out.append("PROTO=ESP ");
        if (!laterFragment && !transport.lacks(at, 8)) {
            transport.securityParameters(at);
        }
    }
}
