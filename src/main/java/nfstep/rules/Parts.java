package nfstep.rules;

import java.util.List;
import nfstep.packet.Packet;

/**
 * What the bytes of a packet are held in: {@code struct skb_shared_info}, {@code struct inet_skb_parm}.
 *
 * @param lengths of the fragments that it was put together from, behind their headers, in bytes; empty for none
 * @param largest length of the largest of these fragments with its header, in bytes; 0 if it does not matter ({@code frag_max_size})
 * @param segment bytes of TCP that the last device puts into each frame, which it cuts the packet into; 0 for one frame
 *     ({@code gso_size})
 * @param keepsDf whether the pieces that it is cut into have DF, as the largest fragment had ({@code IPSKB_FRAG_PMTU})
 * @param ignoresDf whether it may be cut whatever its DF says, since it came in pieces, or since the stack itself made it
 *     ({@code ignore_df})
 * @param summed by whom the checksum of the upper layer was summed up
 */
public record Parts(
        List<Integer> lengths, int largest, int segment, boolean keepsDf, boolean ignoresDf, Summed summed) {
    /** Who sums up a datagram of UDP: {@code skb->ip_summed}. */
    public enum Summed {
        /** Whoever receives it: {@code CHECKSUM_NONE}. */
        BY_RECEIVER,
        /** Its last device, so that nobody on the way looks at the checksum: {@code CHECKSUM_PARTIAL}. */
        BY_DEVICE,
        /**
         * Connection tracking, before it was copied: a frame's header has gone into the sum since then, and the sum of a long
         * datagram is believed ({@code CHECKSUM_COMPLETE}, {@code csum_complete_sw}).
         */
        BY_CONNTRACK
    }

    /** Bytes of a TCP header without options. */
    public static final int TCP_HEADER = 20;

    /** One piece. */
    public static final Parts ONE = new Parts(List.of(), 0, 0, false, false, Summed.BY_RECEIVER);

    public Parts {
        lengths = List.copyOf(lengths);
    }

    /** Those of a datagram that was put together. */
    public static Parts assembled(List<Integer> lengths, int largest, boolean keepsDf) {
        return new Parts(lengths, largest, 0, keepsDf, true, Summed.BY_RECEIVER);
    }

    /** Those of a large packet of TCP that a device cuts. */
    public static Parts segmented(int segment) {
        return new Parts(List.of(), 0, segment, false, false, Summed.BY_RECEIVER);
    }

    /** Those of a copy, which has the pieces in common with the packet: {@code pskb_copy}. It is never cut as it came. */
    public Parts copied() {
        return new Parts(List.of(), largest, 0, keepsDf, ignoresDf, summed);
    }

    /** The same of what the stack of a host sends: {@code ip_sk_ignore_df}. */
    public Parts ofStack() {
        return new Parts(lengths, largest, segment, keepsDf, true, summed);
    }

    /** The same in another namespace: {@code skb_scrub_packet}. */
    public Parts scrubbed() {
        return new Parts(lengths, largest, segment, keepsDf, false, summed);
    }

    /** The same once so many bytes behind the header are in one piece: then the fragments are not what they were. */
    public Parts pulled(int bytes) {
        boolean changes = lengths.size() > 1 && lengths.get(0) < bytes;
        return changes ? copied() : this;
    }

    /** Whether each frame of a packet is short enough: {@code skb_gso_validate_network_len}. */
    public boolean fit(Packet packet, int mtu) {
        int header = packet.length() - packet.payload().length;
        return packet.length() <= mtu || (segment > 0 && header + segment <= mtu);
    }

    /** Whether it leaves in pieces no larger than the fragments were: not once it was {@link #takenUp}. */
    public boolean mustBeCut() {
        return largest > 0;
    }

    /** The same, summed up by somebody else. */
    public Parts summed(Summed other) {
        return new Parts(lengths, largest, segment, keepsDf, ignoresDf, other);
    }

    /** The same where a sum that connection tracking left is not believed: {@code skb_forward_csum}. */
    public Parts summedAnew() {
        return summed == Summed.BY_CONNTRACK ? summed(Summed.BY_RECEIVER) : this;
    }

    /** Those of a packet that a bridge put together and takes up: {@code ip_rcv_core} forgets how large they were. */
    public Parts takenUp() {
        return new Parts(lengths, 0, segment, false, ignoresDf, summed);
    }
}
