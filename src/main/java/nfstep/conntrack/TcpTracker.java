package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.TcpHeader;

/** TCP: {@code net/netfilter/nf_conntrack_proto_tcp.c}, {@code nf_conntrack_tcp_packet}. */
final class TcpTracker implements Tracker {
    @Override
    public TrackOutcome track(TrackInput input) {
        Optional<TcpHeader> header = input.packet().tcp();
        if (header.isEmpty()) {
            return new TrackOutcome.Invalid("truncated TCP header");
        }
        if (input.hasBadChecksum()) {
            return new TrackOutcome.Invalid("bad TCP checksum");
        }
        TcpSegment segment = TcpSegment.of(header.get());
        if (!TcpKind.isValid(segment.flags())) {
            return new TrackOutcome.Invalid(
                    "invalid TCP flags " + segment.flags().letters());
        }
        return known(input, segment)
                .map(tracking -> judge(new TcpCase(input, segment, tracking)))
                .orElseGet(() -> new TrackOutcome.Invalid(segment.kind() + " does not begin a connection"));
    }

    private static Optional<TcpTracking> known(TrackInput input, TcpSegment segment) {
        if (!input.connection().isConfirmed()) {
            return TcpStart.of(segment, input.settings());
        }
        return Optional.of(input.connection().tracking() instanceof TcpTracking tcp ? tcp : TcpTracking.UNSEEN);
    }

    private static TrackOutcome judge(TcpCase c) {
        TcpStep step = step(c, TcpTransitions.of(c.direction(), c.kind(), c.state()));
        return step instanceof TcpStep.Move move ? move(move) : ((TcpStep.Settled) step).outcome();
    }

    private static TcpStep step(TcpCase c, TcpMove move) {
        return switch (move.kind()) {
            case IGNORE -> TcpIgnoring.of(c);
            case REFUSE -> TcpStep.refuse(c.kind() + " is not valid in state " + c.state());
            case TO -> to(c, move.state());
        };
    }

    private static TcpStep to(TcpCase c, TcpState next) {
        return switch (next) {
            case SYN_SENT ->
                c.state() == TcpState.TIME_WAIT || c.state() == TcpState.CLOSE ? reopened(c) : TcpStep.Move.of(c, next);
            case SYN_SENT2 ->
                TcpStep.Move.of(c.with(c.tracking().with(c.last().with(TcpFlag.SIMULTANEOUS_OPEN))), next);
            case SYN_RECV -> TcpStep.Move.of(c, isLastOfSimultaneousOpen(c) ? TcpState.ESTABLISHED : next);
            case TIME_WAIT -> isChallenge(c) ? challenged(c) : TcpStep.Move.of(c, next);
            case CLOSE -> c.kind() == TcpKind.RST ? TcpReset.of(c) : TcpStep.Move.of(c, next);
            default -> TcpStep.Move.of(c, next);
        };
    }

    private static TcpStep reopened(TcpCase c) {
        boolean aborted = c.last().direction() == c.direction() && c.last().kind() == TcpKind.RST;
        return c.tracking().either(TcpFlag.CLOSE_INIT) || aborted
                ? new TcpStep.Settled(
                        new TrackOutcome.Restart("a SYN opens a connection in state " + c.state() + " anew"))
                : TcpIgnoring.of(c);
    }

    private static boolean isLastOfSimultaneousOpen(TcpCase c) {
        return c.direction() == Direction.REPLY
                && c.kind() == TcpKind.ACK
                && c.last().has(TcpFlag.SIMULTANEOUS_OPEN);
    }

    private static boolean isChallenge(TcpCase c) {
        return c.state() == TcpState.LAST_ACK
                && c.kind() == TcpKind.ACK
                && c.last().direction() != c.direction()
                && c.last().kind() == TcpKind.SYN
                && c.last().has(TcpFlag.EXPECT_CHALLENGE_ACK);
    }

    private static TcpStep challenged(TcpCase c) {
        TcpLast last = c.last().without(TcpFlag.EXPECT_CHALLENGE_ACK);
        return TcpStep.ignore(c.with(c.tracking().with(last)), "a challenge ACK (RFC 5961), not the last one");
    }

    private static TrackOutcome move(TcpStep.Move move) {
        TcpCase c = move.segment();
        TcpWindow.Result result = move.skipsWindow() ? new TcpWindow.Result.Inside(c.tracking()) : TcpWindow.check(c);
        if (result instanceof TcpWindow.Result.Inside inside) {
            return TcpConclusion.of(move, inside.after());
        }
        if (result instanceof TcpWindow.Result.Outside outside) {
            return TcpRefusal.of(c, outside.after(), outside.why());
        }
        TcpWindow.Result.Ignored ignored = (TcpWindow.Result.Ignored) result;
        return new TrackOutcome.Ignored(c.input().connection().withTracking(ignored.after()), ignored.why());
    }
}
