package nfstep.lab.docker;

import java.util.List;
import nfstep.packet.IpAddress;

/**
 * A container; its network namespace has its name.
 *
 * @param veth the number of its veth
 * @param vanishes whether it is removed when it ends: {@code --rm}
 */
public record Container(
        String name,
        BridgeNetwork network,
        IpAddress address,
        int veth,
        List<PublishedPort> ports,
        boolean running,
        boolean vanishes) {
    public Container {
        ports = List.copyOf(ports);
    }

    /** The name of the host's end of its veth. */
    String device() {
        return "veth" + veth;
    }

    /** The bridge that it hangs on. */
    String bridge() {
        return network.bridge();
    }

    Container ended() {
        return new Container(name, network, address, veth, ports, false, vanishes);
    }
}
