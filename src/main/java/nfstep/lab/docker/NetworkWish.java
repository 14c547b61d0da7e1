package nfstep.lab.docker;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;

/**
 * What {@code docker network create} is told; what is not given is chosen by order.
 *
 * @param bridge the name of the device
 */
public record NetworkWish(
        String name,
        Optional<String> bridge,
        Optional<Prefix> subnet,
        Optional<IpAddress> gateway,
        BridgeNetwork.Kind kind) {}
