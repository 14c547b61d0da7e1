package nfstep.rules.xt;

import nfstep.packet.Packet;

/**
 * Whether a TCP header has an option: {@code xt_tcpudp.c}, {@code tcp_find_option}.
 *
 * @param option its kind, 1 to 255; 0 for no condition
 */
record TcpOptionTest(boolean inverted, int option) {
    /** No condition. */
    static final TcpOptionTest ANY = new TcpOptionTest(false, 0);

    private static final int HEADER = 20;

    /** Reads the word of {@code --tcp-option}. */
    static TcpOptionTest read(Reading reading, OptionUse use) {
        return new TcpOptionTest(use.inverted(), (int) reading.number(use, 1, 255));
    }

    /** Whether the header is as wanted. */
    boolean holds(Packet packet) {
        return option == 0 || (!isCutShort(packet) && isThere(packet) != inverted);
    }

    /** Whether options are asked for that cannot be read, so that the packet is dropped. */
    boolean dropsAtOnce(Packet packet) {
        return option != 0 && isCutShort(packet);
    }

    private static boolean isCutShort(Packet packet) {
        int length = length(packet);
        return length < HEADER || !packet.hasTransport(length);
    }

    private static int length(Packet packet) {
        return (packet.u8(packet.headerLength() + 12) >> 4) * 4;
    }

    private boolean isThere(Packet packet) {
        int end = packet.headerLength() + length(packet);
        int at = packet.headerLength() + HEADER;
        while (at < end) {
            int kind = packet.u8(at);
            if (kind == option) {
                return true;
            }
            at += kind < 2 || at + 1 >= end ? 1 : Math.max(packet.u8(at + 1), 1);
        }
        return false;
    }

    /** As iptables-save prints it; empty for no condition. */
    String save() {
        return option == 0 ? "" : Parts.option(inverted, "tcp-option", Integer.toString(option));
    }

    /** As a listing prints it; empty for no condition. */
    String listing() {
        return option == 0 ? "" : "option=" + (inverted ? "!" : "") + option;
    }
}
