package nfstep.rules.xt;

import nfstep.packet.Packet;

/** Steps from one TCP option to the next as the targets that change them do: {@code optlen} of {@code xt_TCPMSS.c}. */
final class TcpOptionWalk {
    private static final int NO_OPERATION = 1;

    private TcpOptionWalk() {}

    /** How long the option is that begins so far behind the start of the TCP header; at least 1. */
    static int length(Packet packet, int at) {
        int kind = packet.u8(packet.headerLength() + at);
        int length = kind <= NO_OPERATION ? 1 : packet.u8(packet.headerLength() + at + 1);
        return Math.max(1, length);
    }
}
