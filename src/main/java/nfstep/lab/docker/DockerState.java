package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;

/**
 * What docker knows: its version, networks and containers, in the order in which they were made.
 *
 * @param version none until the daemon runs
 * @param veths how many veths were made so far
 */
public record DockerState(
        Optional<DockerVersion> version, List<BridgeNetwork> networks, List<Container> containers, int veths) {
    /** The daemon does not run. */
    public static final DockerState OFF = new DockerState(Optional.empty(), List.of(), List.of(), 0);

    public DockerState {
        networks = List.copyOf(networks);
        containers = List.copyOf(containers);
    }

    Optional<BridgeNetwork> network(String name) {
        return networks.stream().filter(n -> n.name().equals(name)).findFirst();
    }

    Optional<Container> container(String name) {
        return containers.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    DockerState started(DockerVersion which, BridgeNetwork first) {
        return new DockerState(Optional.of(which), List.of(first), containers, veths);
    }

    DockerState with(BridgeNetwork network) {
        List<BridgeNetwork> more = new ArrayList<>(networks);
        more.add(network);
        return new DockerState(version, more, containers, veths);
    }

    /** With that container, in the place of the one of the same name if there is one. */
    DockerState with(Container container) {
        List<Container> others = new ArrayList<>(containers);
        others.removeIf(c -> c.name().equals(container.name()));
        others.add(container);
        return new DockerState(version, networks, others, Math.max(veths, container.veth()));
    }

    DockerState without(Container container) {
        List<Container> others = new ArrayList<>(containers);
        others.remove(container);
        return new DockerState(version, networks, others, veths);
    }

    /** The lowest address of a network that nobody has. */
    Optional<IpAddress> freeAddress(BridgeNetwork network) {
        IpAddress last = network.subnet().broadcast();
        IpAddress address = network.subnet().address().plus(1);
        while (address.compareTo(last) < 0) {
            if (isFree(network, address)) {
                return Optional.of(address);
            }
            address = address.plus(1);
        }
        return Optional.empty();
    }

    boolean isFree(BridgeNetwork network, IpAddress address) {
        return !address.equals(network.gateway())
                && containers.stream().noneMatch(c -> c.running() && c.address().equals(address));
    }
}
