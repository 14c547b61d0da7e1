package nfstep.lab.fuzz;

import nfstep.conntrack.Direction;
import nfstep.conntrack.Tuple;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.TcpFlags;
import nfstep.packet.TcpOptions;

/** What both ends of one TCP connection would say next, and what they would not. */
final class Talk {
    private static final long MASK = 0xffff_ffffL;
    private static final int SYN_ACK = TcpFlags.SYN | TcpFlags.ACK;
    private static final int DATA = TcpFlags.PSH | TcpFlags.ACK;
    private static final int FIN_ACK = TcpFlags.FIN | TcpFlags.ACK;
    private static final int[] ODD = {
        TcpFlags.SYN,
        SYN_ACK,
        TcpFlags.ACK,
        DATA,
        FIN_ACK,
        TcpFlags.RST,
        TcpFlags.RST | TcpFlags.ACK,
        TcpFlags.FIN,
        0,
        TcpFlags.SYN | TcpFlags.FIN,
        TcpFlags.FIN | TcpFlags.PSH | TcpFlags.URG,
        TcpFlags.SYN | TcpFlags.ECE | TcpFlags.CWR,
        TcpFlags.ACK | TcpFlags.URG
    };

    private final Draw draw;
    /** Who met the first packet knows that it has been sent. */
    static final long FIRST = 1000;

    private final long[] next = {FIRST + 1, 5000};
    private final boolean[] begun = {true, false};

    Talk(Draw draw) {
        this.draw = draw;
    }

    /** A segment in that direction between the ends of the tuple. */
    Packet segment(Direction direction, Tuple tuple) {
        int me = direction == Direction.ORIGINAL ? 0 : 1;
        int flags = draw.chance(75) ? usual(me) : ODD[draw.between(0, ODD.length - 1)];
        int length = (flags & TcpFlags.PSH) != 0 || draw.chance(10) ? draw.of(1, 10, 100, 1000) : 0;
        long seq = sequence(me);
        long ack = (flags & TcpFlags.ACK) == 0 ? 0 : acknowledged(1 - me);
        note(me, flags, seq, length);
        return Packets.tcp(tuple.source(), tuple.sourceKey(), tuple.destination(), tuple.destinationKey())
                .flags(flags)
                .seq(seq & MASK)
                .ack(ack & MASK)
                .window(draw.of(64_240, 64_240, 64_240, 1000, 0, 65_535))
                .options(options(flags))
                .payload(new byte[length])
                .build();
    }

    private int usual(int me) {
        if (!begun[me]) {
            return SYN_ACK;
        }
        return draw.of(TcpFlags.ACK, TcpFlags.ACK, DATA, DATA, DATA, FIN_ACK);
    }

    private long sequence(int me) {
        if (draw.chance(80)) {
            return next[me];
        }
        return next[me] + draw.of(-1, 1, -100, 100, -1000, 1000, 64_240, 70_000, -70_000, 1 << 20);
    }

    private long acknowledged(int other) {
        return draw.chance(85) ? next[other] : next[other] + draw.of(-1, 1, -500, 500, 66_000, -70_000, 1 << 24);
    }

    private void note(int me, int flags, long seq, int length) {
        if (seq == next[me]) {
            int more = (flags & (TcpFlags.SYN | TcpFlags.FIN)) != 0 ? 1 : 0;
            next[me] = seq + length + more;
            begun[me] = true;
        }
    }

    private TcpOptions options(int flags) {
        if ((flags & TcpFlags.SYN) == 0 || draw.chance(60)) {
            return TcpOptions.NONE;
        }
        TcpOptions some = TcpOptions.NONE.withMss(1460);
        some = draw.chance(50) ? some.withSackPermitted() : some;
        return draw.chance(60) ? some.withWindowScale(draw.of(0, 3, 7, 14, 15)) : some;
    }
}
