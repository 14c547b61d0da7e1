package nfstep.lab.docker;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.source.Outcome;

/** Gives a new container its name, network and address. */
final class Placing {
    private Placing() {}

    static Outcome<Container> place(DockerState state, RunWish wish) {
        String name = wish.name().orElseGet(() -> freeName(state));
        if (state.container(name).isPresent()) {
            return Outcome.refused("The container name \"/" + name + "\" is already in use");
        }
        Optional<BridgeNetwork> network = state.network(wish.network());
        if (network.isEmpty()) {
            return Outcome.refused("network " + wish.network() + " not found");
        }
        Optional<PublishedPort> taken = wish.ports().stream()
                .filter(p -> state.containers().stream()
                        .filter(Container::running)
                        .anyMatch(c -> c.ports().stream().anyMatch(p::isTaken)))
                .findFirst();
        if (taken.isPresent()) {
            return Outcome.refused("Bind for " + taken.get().address() + ":"
                    + taken.get().hostPort() + " failed: port is already allocated");
        }
        return address(state, wish, network.get())
                .then(address -> Outcome.done(new Container(
                        name, network.get(), address, state.veths() + 1, wish.ports(), true, wish.vanishes())));
    }

    private static String freeName(DockerState state) {
        int number = 1;
        while (state.container("container" + number).isPresent()) {
            number++;
        }
        return "container" + number;
    }

    private static Outcome<IpAddress> address(DockerState state, RunWish wish, BridgeNetwork network) {
        if (wish.address().isEmpty()) {
            return state.freeAddress(network)
                    .map(Outcome::done)
                    .orElseGet(() -> Outcome.refused("no address is left in " + network.subnet()));
        }
        IpAddress wanted = wish.address().get();
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
