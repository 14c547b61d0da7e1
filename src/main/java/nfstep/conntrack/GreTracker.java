package nfstep.conntrack;

/** GRE: {@code net/netfilter/nf_conntrack_proto_gre.c}, {@code nf_conntrack_gre_packet}. */
final class GreTracker implements Tracker {
    @Override
    public TrackOutcome track(TrackInput input) {
        Connection connection = input.connection();
        GreTracking times = connection.tracking() instanceof GreTracking known ? known : times(input.settings());
        Connection started = connection.withTracking(times);
        return connection.has(CtStatus.SEEN_REPLY)
                ? Refresh.accept(input, UdpTracker.assured(started), times.streamTimeout())
                : Refresh.accept(input, started, times.timeout());
    }

    private static GreTracking times(ConntrackSettings settings) {
        return new GreTracking(
                settings.value(ConntrackKnob.GRE_TIMEOUT), settings.value(ConntrackKnob.GRE_TIMEOUT_STREAM));
    }
}
