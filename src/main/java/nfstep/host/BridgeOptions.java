package nfstep.host;

/**
 * What is set of a bridge: {@code struct net_bridge}.
 *
 * @param ageing how long a learned address is remembered, in hundredths of a second; 0: nothing is learned ({@code
 *     ageing_time})
 * @param callsIptables whether iptables sees the frames of this bridge, whatever the sysctl says ({@code
 *     nf_call_iptables})
 * @param ownMtu whether somebody set its MTU, so that it does not take the smallest of its ports ({@code
 *     BROPT_MTU_SET_BY_USER})
 * @param ownMac whether somebody gave it its link-layer address, so that it does not take that of a port ({@code
 *     NET_ADDR_SET})
 */
public record BridgeOptions(long ageing, boolean callsIptables, boolean ownMtu, boolean ownMac) {
    /** A bridge that nobody touched: it remembers for 300 seconds. */
    public static final BridgeOptions USUAL = new BridgeOptions(30_000, false, false, false);

    private static final long NANOS = 10_000_000L;

    public BridgeOptions {
        if (ageing < 0 || ageing > 0xffff_ffffL) {
            throw new IllegalArgumentException("ageing time out of range: " + ageing);
        }
    }

    /** How long a learned address is remembered, in nanoseconds. */
    public long ageingNanos() {
        return ageing * NANOS;
    }

    /** These options with another time, in hundredths of a second. */
    public BridgeOptions withAgeing(long other) {
        return new BridgeOptions(other, callsIptables, ownMtu, ownMac);
    }

    /** These options with another answer to whether iptables sees the frames. */
    public BridgeOptions withCallsIptables(boolean other) {
        return new BridgeOptions(ageing, other, ownMtu, ownMac);
    }

    /** These options of a bridge whose MTU was set. */
    public BridgeOptions withOwnMtu() {
        return new BridgeOptions(ageing, callsIptables, true, ownMac);
    }

    /** These options of a bridge that was given its link-layer address. */
    public BridgeOptions withOwnMac() {
        return new BridgeOptions(ageing, callsIptables, ownMtu, true);
    }
}
