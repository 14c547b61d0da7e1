package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.source.Outcome;

/** Lowers what docker does with containers to plain commands: pure functions of what docker knows. */
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

    /** The rules of the daemon that runs, or that none does. */
    static Outcome<DockerRules> rules(DockerState state) {
        return state.version().map(v -> Outcome.done(v.rules())).orElseGet(() -> Outcome.refused(NO_DAEMON));
    }

    /** {@code docker run}. */
    public static Outcome<Lowered> run(DockerState state, RunWish wish) {
        return rules(state).then(rules -> Placing.place(state, wish).then(c -> run(state, wish, c, rules)));
    }

    private static Outcome<Lowered> run(DockerState state, RunWish wish, Container container, DockerRules rules) {
        boolean serves = container.program().server().isPresent();
        if (serves && !wish.detached()) {
            return Outcome.refused("docker run: " + wish.image() + " does not end by itself (write docker run -d)");
        }
        List<String> lines = new ArrayList<>(Wiring.of(rules, container).up());
        DockerState running = state.with(container);
        if (wish.detached()) {
            return Outcome.done(new Lowered(running, lines));
        }
        if (!wish.command().isEmpty()) {
            lines.add(container.prefix() + wish.command());
        }
        Lowered end = end(running, container, rules);
        lines.addAll(end.lines());
        return Outcome.done(new Lowered(end.state(), lines));
    }

    /** {@code docker start}. */
    public static Outcome<Lowered> start(DockerState state, String name) {
        return rules(state).then(rules -> find(state, name).then(c -> start(state, c, rules)));
    }

    private static Outcome<Lowered> start(DockerState state, Container container, DockerRules rules) {
        if (container.running()) {
            return Outcome.done(new Lowered(state, List.of()));
        }
        Optional<String> taken = Placing.taken(state, container);
        if (taken.isPresent()) {
            return Outcome.refused(taken.get());
        }
        return Placing.again(state, container)
                .then(c -> Outcome.done(
                        new Lowered(state.with(c), Wiring.of(rules, c).up())));
    }

    /** {@code docker stop}, {@code docker kill}. */
    public static Outcome<Lowered> stop(DockerState state, String name) {
        return rules(state).then(rules -> find(state, name)
                .then(c -> Outcome.done(c.running() ? end(state, c, rules) : new Lowered(state, List.of()))));
    }

    /** {@code docker rm}, with or without {@code -f}. */
    public static Outcome<Lowered> remove(DockerState state, String name, boolean force) {
        return find(state, name).then(c -> {
            if (c.running() && !force) {
                return Outcome.refused(
                        "You cannot remove a running container: stop " + name + " first, or write rm -f");
            }
            return stop(state, name).then(ended -> Outcome.done(gone(ended, name)));
        });
    }

    private static Lowered gone(Lowered ended, String name) {
        DockerState state = ended.state();
        return new Lowered(state.container(name).map(state::without).orElse(state), ended.lines());
    }

    /** {@code docker exec}: the command as it runs in the container. */
    public static Outcome<Lowered> execute(DockerState state, String name, String command) {
        return find(state, name)
                .then(c -> c.running()
                        ? Outcome.done(new Lowered(state, List.of(c.prefix() + command)))
                        : Outcome.refused("container " + name + " is not running"));
    }

    /** {@code docker network connect}. */
    public static Outcome<Lowered> connect(
            DockerState state, String network, String name, Optional<IpAddress> address) {
        return rules(state).then(rules -> find(state, name).then(before -> Placing.connect(
                        state, before, network, address)
                .then(after -> Outcome.done(new Lowered(state.with(after), Wiring.change(rules, before, after))))));
    }

    /** {@code docker network disconnect}. */
    public static Outcome<Lowered> disconnect(DockerState state, String network, String name) {
        return rules(state).then(rules -> find(state, name).then(before -> {
            Optional<Endpoint> endpoint = state.network(network).flatMap(before::on);
            if (endpoint.isEmpty()) {
                return Outcome.refused("container " + name + " is not connected to network " + network);
            }
            Container after = before.without(endpoint.get());
            return Outcome.done(new Lowered(state.with(after), Wiring.change(rules, before, after)));
        }));
    }

    static Outcome<Container> find(DockerState state, String name) {
        return state.container(name).map(Outcome::done).orElseGet(() -> Outcome.refused("No such container: " + name));
    }

    /** A container's program ends: its network goes, and with --rm the container too. */
    private static Lowered end(DockerState state, Container container, DockerRules rules) {
        List<String> lines = Wiring.of(rules, container).down();
        return new Lowered(
                container.vanishes() ? state.without(container) : state.with(container.running(false)), lines);
    }
}
