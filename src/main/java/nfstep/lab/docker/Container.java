package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A container; its network namespace has its name.
 *
 * @param endpoints in the order in which it was connected; none without a network of its own
 * @param program what runs in it
 */
public record Container(
        String name, boolean onHost, List<Endpoint> endpoints, List<PublishedPort> ports, Program program, Life life) {
    /** Whether it runs, and whether it is removed when it ends: {@code --rm}. */
    record Life(boolean running, boolean vanishes) {}

    /**
     * What runs in a container.
     *
     * @param command quoted as a shell reads it; empty for what the image starts
     */
    record Program(String image, String command) {
        /** The command that starts what listens, if anything does. */
        Optional<String> server() {
            boolean listens = command.endsWith("&");
            return command.isEmpty() ? Image.server(image) : listens ? Optional.of(command) : Optional.empty();
        }
    }

    public Container {
        endpoints = List.copyOf(endpoints);
        ports = List.copyOf(ports);
    }

    boolean running() {
        return life.running();
    }

    boolean vanishes() {
        return life.vanishes();
    }

    /** What stands before a command that runs in it. */
    String prefix() {
        return onHost ? "" : "ip netns exec " + name + " ";
    }

    /**
     * The endpoint that its default route and its published ports go by: moby, {@code libnetwork/sandbox.go}, {@code
     * epHeap.Less}: not an internal network if there is another, then the first by name.
     */
    Optional<Endpoint> gateway() {
        return endpoints.stream()
                .filter(e -> !e.network().internal())
                .min((a, b) -> a.network().name().compareTo(b.network().name()));
    }

    Optional<Endpoint> on(BridgeNetwork network) {
        return endpoints.stream()
                .filter(e -> e.network().name().equals(network.name()))
                .findFirst();
    }

    Container with(Endpoint endpoint) {
        List<Endpoint> more = new ArrayList<>(endpoints);
        more.add(endpoint);
        return with(more);
    }

    Container without(Endpoint endpoint) {
        return with(endpoints.stream().filter(e -> !e.equals(endpoint)).toList());
    }

    Container with(List<Endpoint> others) {
        return new Container(name, onHost, others, ports, program, life);
    }

    Container running(boolean now) {
        return new Container(name, onHost, endpoints, ports, program, new Life(now, life.vanishes()));
    }
}
