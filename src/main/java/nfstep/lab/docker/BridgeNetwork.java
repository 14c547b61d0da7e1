package nfstep.lab.docker;

import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;

/**
 * A network of docker: a bridge with an address.
 *
 * @param bridge the name of the device
 */
public record BridgeNetwork(String name, String bridge, Prefix subnet, IpAddress gateway, Kind kind) {
    /** The network that a container joins if none is asked for. */
    public static final String USUAL = "bridge";

    static final BridgeNetwork DOCKER0 =
            new BridgeNetwork(USUAL, "docker0", Prefix.of("172.17.0.0/16"), IpAddress.of("172.17.0.1"), Kind.USUAL);

    /**
     * What its rules let through.
     *
     * @param internal nothing leaves it and nothing comes in: {@code --internal}
     * @param icc its containers may talk to each other: {@code com.docker.network.bridge.enable_icc}
     * @param masquerade what leaves it gets the host's address: {@code enable_ip_masquerade}
     */
    public record Kind(boolean internal, boolean icc, boolean masquerade) {
        /** What a network is unless asked for something else. */
        public static final Kind USUAL = new Kind(false, true, true);
    }

    public BridgeNetwork {
        if (!subnet.contains(gateway)) {
            throw new IllegalArgumentException("gateway " + gateway + " is not in " + subnet);
        }
    }

    boolean internal() {
        return kind.internal();
    }
}
