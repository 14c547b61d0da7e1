package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;

/**
 * What docker knows: its version, networks and containers, in the order in which they were made.
 *
 * @param version none until the daemon runs
 * @param made how many veths and networks were made so far
 */
public record DockerState(
        Optional<DockerVersion> version, List<BridgeNetwork> networks, List<Container> containers, Made made) {
    /** The daemon does not run. */
    public static final DockerState OFF = new DockerState(Optional.empty(), List.of(), List.of(), new Made(0, 0));

    /** The numbers that were given; none is given twice. */
    record Made(int veths, int networks) {}

    public DockerState {
        networks = List.copyOf(networks);
        containers = List.copyOf(containers);
    }

    /** The containers that run, in the order of their names; for listings. */
    public List<String> running() {
        return containers.stream()
                .filter(Container::running)
                .map(Container::name)
                .sorted()
                .toList();
    }

    Optional<BridgeNetwork> network(String name) {
        return networks.stream().filter(n -> n.name().equals(name)).findFirst();
    }

    Optional<Container> container(String name) {
        return containers.stream().filter(c -> c.name().equals(name)).findFirst();
    }

    DockerState started(DockerVersion which, BridgeNetwork first) {
        return new DockerState(Optional.of(which), List.of(first), containers, made);
    }

    DockerState with(BridgeNetwork network) {
        List<BridgeNetwork> more = new ArrayList<>(networks);
        more.add(network);
        return new DockerState(version, more, containers, new Made(made.veths(), made.networks() + 1));
    }

    DockerState without(BridgeNetwork network) {
        return new DockerState(version, rest(networks, network::equals), containers, made);
    }

    /** With that container, in the place of the one of the same name if there is one. */
    DockerState with(Container container) {
        List<Container> others = new ArrayList<>(rest(containers, c -> c.name().equals(container.name())));
        others.add(container);
        int veths =
                container.endpoints().stream().mapToInt(Endpoint::veth).max().orElse(0);
        return new DockerState(version, networks, others, new Made(Math.max(made.veths(), veths), made.networks()));
    }

    DockerState without(Container container) {
        return new DockerState(version, networks, rest(containers, container::equals), made);
    }

    private static <T> List<T> rest(List<T> all, Predicate<T> gone) {
        return all.stream().filter(gone.negate()).toList();
    }

    /** The first subnet that docker gives to networks and nobody has; none if all are taken. */
    Optional<Prefix> freeSubnet() {
        for (int second = 17; second < 32; second++) {
            Prefix prefix = Prefix.of("172." + second + ".0.0/16");
            if (overlapping(prefix).isEmpty()) {
                return Optional.of(prefix);
            }
        }
        return Optional.empty();
    }

    Optional<BridgeNetwork> overlapping(Prefix prefix) {
        return networks.stream()
                .filter(n -> n.subnet().contains(prefix.address())
                        || prefix.contains(n.subnet().address()))
                .findFirst();
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
                && containers.stream()
                        .filter(Container::running)
                        .flatMap(c -> c.endpoints().stream())
                        .noneMatch(e -> e.address().equals(address));
    }

    /** The ports that running containers publish. */
    List<PublishedPort> ports() {
        return containers.stream()
                .filter(Container::running)
                .flatMap(c -> c.ports().stream())
                .toList();
    }
}
