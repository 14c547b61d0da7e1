package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that bring a container's network up and take it down again. */
record Wiring(DockerRules rules, Container container) {
    static Wiring of(DockerRules rules, Container container) {
        return new Wiring(rules, container);
    }

    /** From nothing to a container whose program runs. */
    List<String> up() {
        List<String> lines = new ArrayList<>();
        if (!container.onHost()) {
            lines.addAll(Plumbing.namespace(container.name()));
        }
        container.endpoints().forEach(e -> lines.addAll(Plumbing.connect(container.name(), e)));
        container.gateway().ifPresent(g -> lines.add(Plumbing.defaultRoute(container.name(), g)));
        container.endpoints().forEach(e -> rules.endpoint(e).forEach(r -> lines.add(r.add())));
        publish(lines);
        container.program().server().ifPresent(s -> lines.add(container.prefix() + s));
        return lines;
    }

    /** Back to nothing. */
    List<String> down() {
        List<String> lines = new ArrayList<>();
        if (container.onHost()) {
            Image.port(container.program().image()).ifPresent(p -> lines.add("fuser -k " + p + "/tcp"));
        }
        withdraw(lines);
        container.endpoints().forEach(e -> rules.endpoint(e).forEach(r -> lines.add(r.delete())));
        container.endpoints().forEach(e -> lines.add("ip link del " + e.device()));
        if (!container.onHost()) {
            lines.add("ip netns del " + container.name());
        }
        return lines;
    }

    /** From one set of endpoints of a running container to another; a container that ended has no wires. */
    static List<String> change(DockerRules rules, Container before, Container after) {
        List<String> lines = new ArrayList<>();
        if (!before.running()) {
            return lines;
        }
        Wiring old = of(rules, before);
        Wiring next = of(rules, after);
        boolean moves = !before.gateway().equals(after.gateway());
        if (moves) {
            old.withdraw(lines);
        }
        before.endpoints().stream().filter(e -> !after.endpoints().contains(e)).forEach(e -> {
            rules.endpoint(e).forEach(r -> lines.add(r.delete()));
            lines.add("ip link del " + e.device());
        });
        after.endpoints().stream().filter(e -> !before.endpoints().contains(e)).forEach(e -> {
            lines.addAll(Plumbing.connect(after.name(), e));
            rules.endpoint(e).forEach(r -> lines.add(r.add()));
        });
        if (moves) {
            after.gateway().ifPresent(g -> lines.add(Plumbing.defaultRoute(after.name(), g)));
            next.publish(lines);
        }
        return lines;
    }

    private void publish(List<String> lines) {
        Optional<Endpoint> gateway = container.gateway();
        gateway.ifPresent(g -> container.ports().forEach(p -> rules.port(g, p).forEach(r -> lines.add(r.add()))));
        gateway.ifPresent(g -> container.ports().forEach(p -> lines.add(Plumbing.proxy(g, p))));
    }

    private void withdraw(List<String> lines) {
        container.gateway().ifPresent(g -> container.ports().forEach(p -> {
            lines.add(Plumbing.endProxy(p));
            rules.port(g, p).forEach(r -> lines.add(r.delete()));
        }));
    }
}
