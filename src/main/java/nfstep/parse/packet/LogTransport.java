package nfstep.parse.packet;

import java.util.Locale;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Effect.LogFlags;

/** The part of a log line that IPv4 and IPv6 have in common; offsets are those of the packet. */
record LogTransport(StringBuilder out, Packet packet, LogFlags flags) {
    private static final int TCP_HEADER = 20;
    private static final String[] TCP_FLAGS = {"CWR ", "ECE ", "URG ", "ACK ", "PSH ", "RST ", "SYN ", "FIN "};

    /** {@code nf_log_dump_tcp_header}; whether more may follow. */
    boolean tcp(int at, boolean laterFragment) {
        out.append("PROTO=TCP ");
        if (laterFragment) {
            return true;
        }
        if (lacks(at, TCP_HEADER)) {
            return false;
        }
        ports(at);
        if (flags.tcpSequence()) {
            out.append("SEQ=")
                    .append(unsigned(at + 4))
                    .append(" ACK=")
                    .append(unsigned(at + 8))
                    .append(' ');
        }
        int control = packet.u8(at + 12);
        out.append("WINDOW=").append(packet.u16(at + 14));
        out.append(" RES=0x").append(hex((control & 0xe) << 2, 2)).append(' ');
        out.append((control & 1) != 0 ? "AE " : "");
        tcpFlags(packet.u8(at + 13));
        out.append("URGP=").append(packet.u16(at + 18)).append(' ');
        return !flags.tcpOptions() || options(at + TCP_HEADER, (control >> 4) * 4 - TCP_HEADER, "OPT (TRUNCATED)");
    }

    /** {@code nf_log_dump_udp_header}; whether more may follow. */
    boolean udp(int at, int protocol, boolean laterFragment) {
        out.append(protocol == Protocols.UDP ? "PROTO=UDP " : "PROTO=UDPLITE ");
        if (laterFragment) {
            return true;
        }
        if (lacks(at, 8)) {
            return false;
        }
        ports(at);
        out.append("LEN=").append(packet.u16(at + 4)).append(' ');
        return true;
    }

    /** The bytes of options, if there are any; else {@code truncated} and false. */
    boolean options(int at, int length, String truncated) {
        if (length <= 0) {
            return true;
        }
        if (!has(at, length)) {
            out.append(truncated);
            return false;
        }
        out.append("OPT (").append(hexOf(at, length)).append(") ");
        return true;
    }

    /** The index of an IPsec header. */
    void securityParameters(int at) {
        out.append("SPI=0x").append(Integer.toHexString(packet.i32(at))).append(' ');
    }

    /** Says so if the bytes of a header are not all there. */
    boolean lacks(int at, int length) {
        boolean lacking = !has(at, length);
        if (lacking) {
            incomplete(at);
        }
        return lacking;
    }

    boolean has(int at, int length) {
        return packet.length() - at >= length;
    }

    /** The kernel prints a negative rest as a large number. */
    void incomplete(int at) {
        out.append("INCOMPLETE [")
                .append(Integer.toUnsignedString(packet.length() - at))
                .append(" bytes] ");
    }

    void icmpTypeAndCode(int at) {
        out.append("TYPE=")
                .append(packet.u8(at))
                .append(" CODE=")
                .append(packet.u8(at + 1))
                .append(' ');
    }

    void icmpIdAndSequence(int at) {
        out.append("ID=")
                .append(packet.u16(at + 4))
                .append(" SEQ=")
                .append(packet.u16(at + 6))
                .append(' ');
    }

    void protocol(int number) {
        out.append("PROTO=").append(number).append(' ');
    }

    static String hex(int value, int digits) {
        String text = Integer.toHexString(value);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private String hexOf(int at, int length) {
        return packet.slice(at, at + length).hex().toUpperCase(Locale.ROOT);
    }

    private void ports(int at) {
        out.append("SPT=")
                .append(packet.u16(at))
                .append(" DPT=")
                .append(packet.u16(at + 2))
                .append(' ');
    }

    private void tcpFlags(int bits) {
        for (int i = 0; i < TCP_FLAGS.length; i++) {
            out.append((bits & 0x80 >> i) != 0 ? TCP_FLAGS[i] : "");
        }
    }

    private String unsigned(int at) {
        return Integer.toUnsignedString(packet.i32(at));
    }
}
