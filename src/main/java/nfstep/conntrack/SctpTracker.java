package nfstep.conntrack;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.Packet;

/** SCTP: {@code net/netfilter/nf_conntrack_proto_sctp.c}, {@code nf_conntrack_sctp_packet}. */
final class SctpTracker implements Tracker {
    private static final int HEADER = 12;

    @Override
    public TrackOutcome track(TrackInput input) {
        if (!input.packet().hasTransport(HEADER)) {
            return new TrackOutcome.Invalid("short packet: " + input.packet().transportLength() + " bytes of SCTP");
        }
        if (input.hasBadChecksum()) {
            return new TrackOutcome.Invalid("bad SCTP checksum");
        }
        Optional<List<SctpChunk>> chunks = SctpChunk.all(input.packet());
        if (chunks.isEmpty()) {
            return new TrackOutcome.Invalid("SCTP chunks that may not stand together");
        }
        SctpPacket packet = new SctpPacket(input.direction(), tag(input.packet()), chunks.get());
        return known(input, packet)
                .map(tracking -> concluded(input, all(input, packet, tracking)))
                .orElseGet(() -> new TrackOutcome.Invalid("SCTP chunks that do not begin an association"));
    }

    private static int tag(Packet packet) {
        return packet.i32(packet.headerLength() + 4);
    }

    private static Optional<SctpTracking> known(TrackInput input, SctpPacket packet) {
        if (!input.connection().isConfirmed()) {
            return SctpStart.of(packet);
        }
        return Optional.of(input.connection().tracking() instanceof SctpTracking sctp ? sctp : SctpTracking.UNSEEN);
    }

    private static SctpProgress all(TrackInput input, SctpPacket packet, SctpTracking tracking) {
        SctpProgress progress = SctpProgress.of(tracking);
        if (packet.needsKnownTag() && !SctpTags.isKnown(packet, tracking)) {
            return SctpTags.wrong(packet, progress);
        }
        for (SctpChunk chunk : packet.chunks()) {
            SctpProgress judged = SctpTags.judge(packet, chunk, progress);
            boolean isDoubted = judged.keepsTime() && !progress.keepsTime();
            progress = judged.isRefused() || isDoubted ? judged : moved(input, packet, chunk, judged);
            if (progress.isRefused()) {
                return progress;
            }
        }
        return progress;
    }

    private static SctpProgress moved(TrackInput input, SctpPacket packet, SctpChunk chunk, SctpProgress before) {
        SctpState old = before.tracking().state();
        Optional<SctpState> next = SctpTransitions.of(packet.direction(), chunk.type(), old);
        if (next.isEmpty()) {
            return before.refuse("SCTP chunk of type " + chunk.type() + " is not valid in state " + old);
        }
        SctpProgress noted = before;
        if (chunk.is(SctpChunk.INIT)) {
            noted = init(packet, chunk, before);
            boolean repeated = next.get() == SctpState.CLOSED && old == SctpState.CLOSED;
            noted = repeated && input.connection().isConfirmed() ? noted.keepingTime() : noted;
        } else if (chunk.is(SctpChunk.INIT_ACK)) {
            noted = initAnswer(packet, chunk, before);
        }
        return noted.isRefused() ? noted : noted.to(next.get());
    }

    private static SctpProgress init(SctpPacket packet, SctpChunk chunk, SctpProgress before) {
        OptionalInt tag = chunk.initTag();
        if (tag.isEmpty()) {
            return before.refuse("truncated INIT");
        }
        Direction own = packet.direction();
        Direction other = own.opposite();
        SctpTracking tracking = before.tracking();
        boolean isNew = tracking.state() == SctpState.NONE || tracking.tag(other) != tag.getAsInt();
        if (isNew) {
            boolean collides = tracking.hasInit(own) && tracking.hasInit(other);
            tracking = (collides ? tracking.withInit(other, false) : tracking).withInit(own, true);
        }
        return before.with(tracking.withTag(other, tag.getAsInt()));
    }

    private static SctpProgress initAnswer(SctpPacket packet, SctpChunk chunk, SctpProgress before) {
        OptionalInt tag = chunk.initTag();
        if (tag.isEmpty()) {
            return before.refuse("truncated INIT ACK");
        }
        Direction other = packet.direction().opposite();
        SctpTracking tracking = before.tracking();
        int known = tracking.tag(other);
        boolean differs = known != tag.getAsInt();
        boolean unasked = !tracking.hasInit(other) && known != 0 && differs;
        boolean collides = tracking.hasInit(packet.direction()) && tracking.hasInit(other) && differs;
        return unasked || collides
                ? before.refuse("INIT ACK with another tag than before")
                : before.with(tracking.withTag(other, tag.getAsInt()));
    }

    private static TrackOutcome concluded(TrackInput input, SctpProgress progress) {
        Connection before = input.connection();
        Connection after = before.withTracking(progress.tracking());
        Connection assured = progress.established() ? after.with(CtStatus.ASSURED) : after;
        if (progress.isRefused()) {
            return before.isConfirmed() && !assured.equals(before)
                    ? new TrackOutcome.InvalidButChanged(assured, progress.refusal())
                    : new TrackOutcome.Invalid(progress.refusal());
        }
        if (progress.keepsTime()) {
            return new TrackOutcome.Accepted(assured, "");
        }
        return Refresh.accept(input, assured, progress.last().timeout(input.settings()));
    }
}
