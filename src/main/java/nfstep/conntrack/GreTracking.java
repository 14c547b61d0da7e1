package nfstep.conntrack;

/** How long a GRE flow lasts, in seconds, as it was set when the flow began: without and with answers. */
public record GreTracking(long timeout, long streamTimeout) implements Tracking {
    @Override
    public String stateName() {
        return "";
    }
}
