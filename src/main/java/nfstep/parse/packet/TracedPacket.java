package nfstep.parse.packet;

import java.util.Arrays;
import nfstep.packet.Packet;
import nfstep.rules.Effect;
import nfstep.rules.HookState;
import nfstep.rules.Skb;

/**
 * What nftables tells of a packet in a trace: the network header up to 40 bytes, 20 bytes of the upper layer.
 *
 * <p>Source: kernel 6.18, {@code net/netfilter/nf_tables_trace.c}, {@code nf_trace_fill_pkt_info}.
 */
public final class TracedPacket {
    private static final int NETWORK = 40;
    private static final int TRANSPORT = 20;
    private static final Effect.LogFlags FLAGS = new Effect.LogFlags(true, false, false, false, false);

    private TracedPacket() {}

    /** What is told of a packet, in the words of {@link LogLine}; empty if its headers cannot be read. */
    public static String line(HookState where, Packet packet) {
        byte[] bytes = packet.bytes();
        int at = packet.headerLength();
        byte[] network = Arrays.copyOf(bytes, Math.min(at, NETWORK));
        return line(where, network, Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + TRANSPORT)));
    }

    /** The same of the two parts that the kernel gave. */
    public static String line(HookState where, byte[] network, byte[] transport) {
        byte[] both = Arrays.copyOf(network, network.length + transport.length);
        System.arraycopy(transport, 0, both, network.length, transport.length);
        return Packet.parseTruncated(both)
                .map(packet -> LogLine.of(where, Skb.sent(1, packet), FLAGS))
                .orElse("");
    }
}
