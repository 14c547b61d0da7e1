package nfstep.lab.docker;

import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;

/**
 * A network of docker: a bridge with an address.
 *
 * @param bridge the name of the device
 */
public record BridgeNetwork(String name, String bridge, Prefix subnet, IpAddress gateway) {
    /** The network that a container joins if none is asked for. */
    public static final String USUAL = "bridge";

    static final BridgeNetwork DOCKER0 =
            new BridgeNetwork(USUAL, "docker0", Prefix.of("172.17.0.0/16"), IpAddress.of("172.17.0.1"));

    public BridgeNetwork {
        if (!subnet.contains(gateway)) {
            throw new IllegalArgumentException("gateway " + gateway + " is not in " + subnet);
        }
    }
}
