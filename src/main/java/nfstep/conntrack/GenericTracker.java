package nfstep.conntrack;

/** Any protocol without a tracker of its own: {@code net/netfilter/nf_conntrack_core.c}, {@code generic_packet}. */
final class GenericTracker implements Tracker {
    @Override
    public TrackOutcome track(TrackInput input) {
        return Refresh.accept(input, ConntrackKnob.GENERIC_TIMEOUT);
    }
}
