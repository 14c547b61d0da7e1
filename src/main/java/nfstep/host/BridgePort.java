package nfstep.host;

/**
 * What makes a device a port of a bridge: {@code struct net_bridge_port}.
 *
 * @param bridge the index of the bridge
 * @param turn which of the bridge's ports it is, in the order in which they joined; a frame to all leaves by the newest
 *     first ({@code br_add_if} puts it at the head of the list)
 * @param hairpin whether a frame may leave by the port that it came in by ({@code BR_HAIRPIN_MODE})
 */
public record BridgePort(int bridge, int turn, boolean hairpin) {
    /** This port with or without hairpin mode. */
    public BridgePort withHairpin(boolean other) {
        return new BridgePort(bridge, turn, other);
    }
}
