package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;
import nfstep.source.Outcome;

/** Lowers docker commands to plain ones: pure functions of what docker knows. */
public final class Docker {
    private static final String NO_DAEMON =
            "Cannot connect to the Docker daemon. Is the docker daemon running? (write dockerd on a line before)";

    private Docker() {}

    /** {@code dockerd}: {@code forwards} says whether the host forwards packets already. */
    public static Outcome<Lowered> daemon(DockerState state, DockerVersion version, boolean forwards) {
        if (state.version().isPresent()) {
            return Outcome.refused("dockerd: it runs already");
        }
        BridgeNetwork bridge = BridgeNetwork.DOCKER0;
        List<String> lines = new ArrayList<>();
        if (!forwards) {
            lines.add("sysctl -q -w net.ipv4.ip_forward=1");
        }
        lines.addAll(Plumbing.bridge(bridge));
        lines.add(version.rules().start(bridge, !forwards));
        return Outcome.done(new Lowered(state.started(version, bridge), lines));
    }

    /** {@code docker network create}. */
    public static Outcome<Lowered> createNetwork(DockerState state, NetworkWish wish) {
        if (state.version().isEmpty()) {
            return Outcome.refused(NO_DAEMON);
        }
        if (state.network(wish.name()).isPresent()) {
            return Outcome.refused("network with name " + wish.name() + " already exists");
        }
        int number = state.networks().size();
        Prefix prefix = wish.subnet().orElseGet(() -> Prefix.of("172." + (17 + number) + ".0.0/16"));
        Optional<BridgeNetwork> taken = state.networks().stream()
                .filter(n -> overlaps(n.subnet(), prefix))
                .findFirst();
        if (taken.isPresent()) {
            return Outcome.refused("the subnet " + prefix + " overlaps with that of network "
                    + taken.get().name());
        }
        IpAddress gateway = wish.gateway().orElseGet(() -> prefix.address().plus(1));
        if (!prefix.contains(gateway)) {
            return Outcome.refused("the gateway " + gateway + " is not in " + prefix);
        }
        String bridge = wish.bridge().orElseGet(() -> String.format("br-%012x", number));
        return Outcome.done(added(state, new BridgeNetwork(wish.name(), bridge, prefix, gateway)));
    }

    private static Lowered added(DockerState state, BridgeNetwork network) {
        List<String> lines = new ArrayList<>(Plumbing.bridge(network));
        rules(state).network(network).forEach(r -> lines.add(r.add()));
        return new Lowered(state.with(network), lines);
    }

    private static boolean overlaps(Prefix a, Prefix b) {
        return a.contains(b.address()) || b.contains(a.address());
    }

    private static DockerRules rules(DockerState state) {
        return state.version().orElseThrow().rules();
    }

    /** {@code docker run}. */
    public static Outcome<Lowered> run(DockerState state, RunWish wish) {
        if (state.version().isEmpty()) {
            return Outcome.refused(NO_DAEMON);
        }
        return Placing.place(state, wish).then(container -> run(state, wish, container));
    }

    private static Outcome<Lowered> run(DockerState state, RunWish wish, Container container) {
        List<String> lines = new ArrayList<>(Plumbing.connect(container));
        added(state, container).forEach(r -> lines.add(r.add()));
        container.ports().forEach(p -> lines.add(Plumbing.proxy(container, p)));
        String inside = "ip netns exec " + container.name() + " ";
        Optional<String> server = wish.command().isEmpty() ? Image.server(wish.image()) : Optional.empty();
        server.ifPresent(s -> lines.add(inside + s));
        if (server.isPresent() && !wish.detached()) {
            return Outcome.refused("docker run: " + wish.image() + " does not end by itself (write docker run -d)");
        }
        if (!wish.command().isEmpty()) {
            lines.add(inside + wish.command());
        }
        DockerState running = state.with(container);
        if (wish.detached()) {
            return Outcome.done(new Lowered(running, lines));
        }
        Lowered end = end(running, container);
        lines.addAll(end.lines());
        return Outcome.done(new Lowered(end.state(), lines));
    }

    private static List<RuleLine> added(DockerState state, Container container) {
        List<RuleLine> lines = new ArrayList<>(rules(state).container(container));
        container.ports().forEach(p -> lines.addAll(rules(state).port(container, p)));
        return lines;
    }

    /** {@code docker stop}. */
    public static Outcome<Lowered> stop(DockerState state, String name) {
        return find(state, name).then(c -> Outcome.done(c.running() ? end(state, c) : new Lowered(state, List.of())));
    }

    /** {@code docker rm}, with or without {@code -f}. */
    public static Outcome<Lowered> remove(DockerState state, String name, boolean force) {
        return find(state, name).then(c -> {
            if (c.running() && !force) {
                return Outcome.refused(
                        "You cannot remove a running container: stop " + name + " first, or write rm -f");
            }
            Lowered ended = c.running() ? end(state, c) : new Lowered(state, List.of());
            DockerState rest =
                    ended.state().container(name).map(ended.state()::without).orElse(ended.state());
            return Outcome.done(new Lowered(rest, ended.lines()));
        });
    }

    private static Outcome<Container> find(DockerState state, String name) {
        return state.container(name).map(Outcome::done).orElseGet(() -> Outcome.refused("No such container: " + name));
    }

    /** A container's program ends: its network goes, and with --rm the container too. */
    private static Lowered end(DockerState state, Container container) {
        List<String> lines = new ArrayList<>();
        container.ports().forEach(p -> lines.add(Plumbing.endProxy(p)));
        added(state, container).forEach(r -> lines.add(r.delete()));
        lines.addAll(Plumbing.disconnect(container));
        return new Lowered(container.vanishes() ? state.without(container) : state.with(container.ended()), lines);
    }
}
