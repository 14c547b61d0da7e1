package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.Packet;
import nfstep.packet.TcpFlags;
import nfstep.packet.TcpHeader;

/** Changes what packets of a connection with a helper carry: {@code nf_nat_helper.c}, {@code nf_conntrack_seqadj.c}. */
public final class HelperRewrite {
    private static final int SEQUENCE = 4;
    private static final int ACKNOWLEDGEMENT = 8;

    private HelperRewrite() {}

    /** The TCP packet with other bytes in its data; its checksum is made right: {@code nf_nat_mangle_tcp_packet}. */
    static Packet replaced(Packet packet, int at, int length, byte[] bytes) {
        byte[] old = packet.transportBytes().toArray();
        int from = packet.tcp().orElseThrow().headerLength() + at;
        byte[] all = new byte[old.length + bytes.length - length];
        System.arraycopy(old, 0, all, 0, from);
        System.arraycopy(bytes, 0, all, from, bytes.length);
        System.arraycopy(old, from + length, all, from + bytes.length, old.length - from - length);
        return packet.withTransportBytes(all);
    }

    /** The packet with the numbers that fit what was written into earlier ones: {@code nf_ct_seq_adjust}. */
    public static Packet adjusted(Packet packet, Connection connection, Direction direction) {
        Optional<TcpHeader> header = packet.tcp();
        if (!connection.has(CtStatus.SEQ_ADJUST) || header.isEmpty()) {
            return packet;
        }
        SequenceShift ours = connection.assistance().shift(direction);
        SequenceShift theirs = connection.assistance().shift(direction.opposite());
        int sequence = header.get().sequence();
        Packet moved = with(packet, SEQUENCE, sequence + ours.at(sequence));
        if (!header.get().flags().has(TcpFlags.ACK)) {
            return moved;
        }
        int acknowledged = header.get().acknowledgement();
        return sacks(with(moved, ACKNOWLEDGEMENT, acknowledged - theirs.of(acknowledged)), theirs);
    }

    /** Selective acknowledgements: {@code nf_ct_sack_block_adjust}. */
    private static Packet sacks(Packet packet, SequenceShift theirs) {
        Packet changed = packet;
        int header = packet.headerLength();
        for (TcpOption option :
                TcpOption.all(packet.tcp().orElseThrow().options().raw())) {
            if (option.hasSackBlocks()) {
                for (int at = 20 + option.at() + 2; at + 4 <= 20 + option.at() + option.length(); at += 4) {
                    int edge = changed.i32(header + at);
                    changed = with(changed, at, edge - theirs.of(edge));
                }
            }
        }
        return changed;
    }

    private static Packet with(Packet packet, int at, int value) {
        return packet.withTransportWord(at, value >>> 16).withTransportWord(at + 2, value & 0xffff);
    }
}
