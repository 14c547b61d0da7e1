package nfstep.lab.docker;

import java.util.Optional;
import nfstep.packet.IpAddress;

/**
 * Where a container hangs on a network.
 *
 * @param wished the address that the user asked for, if any
 * @param veth the number of its veth on the host
 * @param number of its device in the container, from 0
 */
record Endpoint(BridgeNetwork network, Optional<IpAddress> wished, IpAddress address, int veth, int number) {
    /** The host's end of its veth. */
    String device() {
        return "veth" + veth;
    }

    /** The container's end of its veth. */
    String inside() {
        return "eth" + number;
    }

    /** The bridge that it hangs on. */
    String bridge() {
        return network.bridge();
    }
}
