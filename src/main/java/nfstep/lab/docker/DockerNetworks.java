package nfstep.lab.docker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Prefix;
import nfstep.source.Outcome;

/** Lowers {@code docker network} to plain commands. */
public final class DockerNetworks {
    private static final List<String> PREDEFINED = List.of(BridgeNetwork.USUAL, RunWish.HOST, RunWish.NONE);

    private DockerNetworks() {}

    /** {@code docker network create}. */
    public static Outcome<Lowered> create(DockerState state, NetworkWish wish) {
        return Docker.rules(state).then(rules -> made(state, wish).then(network -> {
            List<String> lines = new ArrayList<>(Plumbing.bridge(network));
            rules.network(network).forEach(r -> lines.add(r.add()));
            return Outcome.done(new Lowered(state.with(network), lines));
        }));
    }

    private static Outcome<BridgeNetwork> made(DockerState state, NetworkWish wish) {
        if (PREDEFINED.contains(wish.name()) || state.network(wish.name()).isPresent()) {
            return Outcome.refused("network with name " + wish.name() + " already exists");
        }
        Optional<Prefix> subnet = wish.subnet().or(state::freeSubnet);
        if (subnet.isEmpty()) {
            return Outcome.refused("all predefined address pools have been fully subnetted");
        }
        Prefix prefix = subnet.get();
        Optional<BridgeNetwork> taken = state.overlapping(prefix);
        if (taken.isPresent()) {
            return Outcome.refused("the subnet " + prefix + " overlaps with that of network "
                    + taken.get().name());
        }
        IpAddress gateway = wish.gateway().orElseGet(() -> prefix.address().plus(1));
        if (!prefix.contains(gateway)) {
            return Outcome.refused("the gateway " + gateway + " is not in " + prefix);
        }
        String bridge = wish.bridge().orElseGet(() -> "br-" + id(state.made().networks() + 1));
        return Outcome.done(new BridgeNetwork(wish.name(), bridge, prefix, gateway, wish.kind()));
    }

    /** Twelve digits, as docker has them, but counted. */
    private static String id(int number) {
        return String.format("%012x", number);
    }

    /** {@code docker network rm}. */
    public static Outcome<Lowered> remove(DockerState state, String name) {
        if (PREDEFINED.contains(name)) {
            return Outcome.refused(name + " is a pre-defined network and cannot be removed");
        }
        return Docker.rules(state).then(rules -> state.network(name)
                .map(network -> remove(state, network, rules))
                .orElseGet(() -> Outcome.refused("network " + name + " not found")));
    }

    private static Outcome<Lowered> remove(DockerState state, BridgeNetwork network, DockerRules rules) {
        Optional<String> user = state.containers().stream()
                .filter(c -> c.running() && c.on(network).isPresent())
                .map(Container::name)
                .findFirst();
        if (user.isPresent()) {
            return Outcome.refused("network " + network.name() + " has active endpoints (" + user.get() + ")");
        }
        List<String> lines = new ArrayList<>();
        rules.network(network).forEach(r -> lines.add(r.delete()));
        lines.add("ip link del " + network.bridge());
        return Outcome.done(new Lowered(state.without(network), lines));
    }

    /** {@code docker network ls}: what it prints. */
    public static String list(DockerState state) {
        List<String[]> rows = new ArrayList<>();
        for (BridgeNetwork network : state.networks()) {
            String id = network.bridge().startsWith("br-") && network.bridge().length() == 15
                    ? network.bridge().substring(3)
                    : id(0);
            rows.add(new String[] {id, network.name(), "bridge"});
        }
        rows.add(new String[] {id(0), RunWish.HOST, "host"});
        rows.add(new String[] {id(0), RunWish.NONE, "null"});
        rows.sort(Comparator.comparing(r -> r[1]));
        int width = rows.stream().mapToInt(r -> r[1].length()).max().orElse(0) + 3;
        StringBuilder out = new StringBuilder(row("NETWORK ID", "NAME", "DRIVER", width));
        rows.forEach(r -> out.append(row(r[0], r[1], r[2], width)));
        return out.toString();
    }

    private static String row(String id, String name, String driver, int width) {
        String scope = driver.equals("DRIVER") ? "SCOPE" : "local";
        return String.format("%-15s%-" + width + "s%-10s%s\n", id, name, driver, scope);
    }
}
