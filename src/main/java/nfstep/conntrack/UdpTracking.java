package nfstep.conntrack;

/**
 * What is remembered of a UDP flow.
 *
 * @param streamAfter the virtual time in nanoseconds after which packets of both directions make it a stream
 */
public record UdpTracking(long streamAfter) implements Tracking {
    @Override
    public String stateName() {
        return "";
    }
}
