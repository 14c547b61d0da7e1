package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.source.Outcome;

/** Gives a container its name, networks, addresses and ports. */
final class Placing {
    private static final int FIRST_FREE_PORT = 32768;

    private Placing() {}

    static Outcome<Container> place(DockerState state, RunWish wish) {
        String name = wish.name().orElseGet(() -> freeName(state));
        if (state.container(name).isPresent()) {
            return Outcome.refused("The container name \"/" + name + "\" is already in use");
        }
        boolean onHost = wish.network().equals(RunWish.HOST);
        boolean apart = onHost || wish.network().equals(RunWish.NONE);
        Container bare = new Container(
                name,
                onHost,
                List.of(),
                apart ? List.of() : numbered(state, wish.ports()),
                new Container.Program(wish.image(), wish.command()),
                new Container.Life(true, wish.vanishes()));
        Optional<String> taken = taken(state, bare);
        if (taken.isPresent()) {
            return Outcome.refused(taken.get());
        }
        return apart ? Outcome.done(bare) : connect(state, bare, wish.network(), wish.address());
    }

    /** Why its ports cannot be published, if they cannot. */
    static Optional<String> taken(DockerState state, Container container) {
        List<PublishedPort> others = state.ports();
        return container.ports().stream()
                .filter(p -> others.stream().anyMatch(p::isTaken))
                .findFirst()
                .map(p -> "Bind for " + p.address() + ":" + p.hostPort() + " failed: port is already allocated");
    }

    /** The container with one more endpoint. */
    static Outcome<Container> connect(DockerState state, Container container, String name, Optional<IpAddress> wished) {
        Optional<BridgeNetwork> network = state.network(name);
        if (network.isEmpty()) {
            return Outcome.refused("network " + name + " not found");
        }
        if (container.on(network.get()).isPresent()) {
            return Outcome.refused("endpoint with name " + container.name() + " already exists in network " + name);
        }
        int number =
                container.endpoints().stream().mapToInt(Endpoint::number).max().orElse(-1) + 1;
        int veth = Math.max(
                        state.made().veths(),
                        container.endpoints().stream()
                                .mapToInt(Endpoint::veth)
                                .max()
                                .orElse(0))
                + 1;
        return address(state, wished, network.get())
                .then(a -> Outcome.done(container.with(new Endpoint(network.get(), wished, a, veth, number))));
    }

    /** A container that ended as it is when it starts again: with addresses that are free now. */
    static Outcome<Container> again(DockerState state, Container ended) {
        Outcome<Container> placed = Outcome.done(ended.with(List.<Endpoint>of()).running(true));
        for (Endpoint endpoint : ended.endpoints()) {
            placed = placed.then(c -> connect(state, c, endpoint.network().name(), endpoint.wished()));
        }
        return placed;
    }

    private static String freeName(DockerState state) {
        int number = 1;
        while (state.container("container" + number).isPresent()) {
            number++;
        }
        return "container" + number;
    }

    private static List<PublishedPort> numbered(DockerState state, List<PublishedPort> ports) {
        List<PublishedPort> all = new ArrayList<>();
        for (PublishedPort port : ports) {
            int free = FIRST_FREE_PORT;
            while (port.hostPort() == 0 && isTaken(state, all, port.at(free))) {
                free++;
            }
            all.add(port.hostPort() == 0 ? port.at(free) : port);
        }
        return all;
    }

    private static boolean isTaken(DockerState state, List<PublishedPort> own, PublishedPort port) {
        return own.stream().anyMatch(port::isTaken) || state.ports().stream().anyMatch(port::isTaken);
    }

    private static Outcome<IpAddress> address(DockerState state, Optional<IpAddress> wished, BridgeNetwork network) {
        if (wished.isEmpty()) {
            return state.freeAddress(network)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused("no address is left in " + network.subnet()));
        }
        IpAddress wanted = wished.get();
        if (network.name().equals(BridgeNetwork.USUAL)) {
            return Outcome.refused(
                    "user specified IP address is supported on user defined networks only (docker network create)");
        }
        if (!network.subnet().contains(wanted) || !state.isFree(network, wanted)) {
            return Outcome.refused("the address " + wanted + " is not free in " + network.subnet());
        }
        return Outcome.done(wanted);
    }
}
