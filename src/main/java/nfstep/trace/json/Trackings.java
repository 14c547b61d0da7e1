package nfstep.trace.json;

import java.util.List;
import nfstep.conntrack.Direction;
import nfstep.conntrack.GreTracking;
import nfstep.conntrack.SctpState;
import nfstep.conntrack.SctpTracking;
import nfstep.conntrack.TcpEnd;
import nfstep.conntrack.TcpKind;
import nfstep.conntrack.TcpLast;
import nfstep.conntrack.TcpState;
import nfstep.conntrack.TcpTracking;
import nfstep.conntrack.Tracking;
import nfstep.conntrack.UdpTracking;

/** Codecs of what trackers remember: a kind for each protocol. */
final class Trackings {
    /** End, highest end allowed, window, highest acknowledgement, scale, flags. */
    private static final Codec<TcpEnd> END = Codec.tuple(
            6,
            end -> numbers(end.end(), end.maxEnd(), end.maxWindow(), end.maxAck(), end.scale(), end.flags()),
            in -> new TcpEnd(at(in, 0), at(in, 1), at(in, 2), at(in, 3), at(in, 4), at(in, 5)));

    private static final Codec<SctpTracking.SctpEnd> SCTP_END = Codec.object(
            (end, out) -> out.number("tag", end.tag()).flag("init", end.init()),
            in -> new SctpTracking.SctpEnd(in.integer("tag"), in.flag("init")));

    private static final Codec<TcpLast> LAST = Codec.object(
            (last, out) -> out.word("direction", last.direction())
                    .word("segment", last.kind())
                    .put(
                            "numbers",
                            new Json.Array(numbers(
                                    last.sequence(),
                                    last.acknowledgement(),
                                    last.end(),
                                    last.window(),
                                    last.scale(),
                                    last.flags()))),
            Trackings::last);

    static final Kinds<Tracking> KINDS = new Kinds<>(List.of(
            Kinds.kind("none", Tracking.Stateless.class, (it, out) -> {}, in -> new Tracking.Stateless()),
            Kinds.kind(
                    "udp",
                    UdpTracking.class,
                    (it, out) -> out.number("streamAfter", it.streamAfter()),
                    in -> new UdpTracking(in.number("streamAfter"))),
            Kinds.kind(
                    "gre",
                    GreTracking.class,
                    (it, out) -> out.number("timeout", it.timeout()).number("streamTimeout", it.streamTimeout()),
                    in -> new GreTracking(in.number("timeout"), in.number("streamTimeout"))),
            Kinds.kind(
                    "sctp",
                    SctpTracking.class,
                    (it, out) -> out.word("state", it.state())
                            .put("original", SCTP_END, it.original())
                            .put("reply", SCTP_END, it.reply())
                            .word("doubtedHeartbeat", it.doubtedHeartbeat()),
                    in -> new SctpTracking(
                            in.word("state", SctpState.values()),
                            in.get("original", SCTP_END),
                            in.get("reply", SCTP_END),
                            in.word("doubtedHeartbeat", SctpTracking.DoubtedHeartbeat.values()))),
            Kinds.kind("tcp", TcpTracking.class, Trackings::write, Trackings::tcp)));

    static final Codec<Tracking> CODEC = KINDS.codec();

    private Trackings() {}

    private static void write(TcpTracking tcp, Out out) {
        out.word("state", tcp.state())
                .put("original", END, tcp.original())
                .put("reply", END, tcp.reply())
                .put("last", LAST, tcp.last())
                .numberOr0("retransmissions", tcp.retransmissions());
    }

    private static TcpTracking tcp(In in) {
        return new TcpTracking(
                in.word("state", TcpState.values()),
                in.get("original", END),
                in.get("reply", END),
                in.get("last", LAST),
                in.integerOr0("retransmissions"));
    }

    private static TcpLast last(In in) {
        List<Node> n = in.node("numbers").array(6);
        return new TcpLast(
                in.word("direction", Direction.values()),
                in.word("segment", TcpKind.values()),
                at(n, 0),
                at(n, 1),
                at(n, 2),
                at(n, 3),
                at(n, 4),
                at(n, 5));
    }

    private static List<Json> numbers(int... values) {
        return java.util.Arrays.stream(values).<Json>mapToObj(Json.Whole::new).toList();
    }

    private static int at(List<Node> values, int index) {
        return values.get(index).integer();
    }
}
