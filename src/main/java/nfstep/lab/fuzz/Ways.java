package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Routes and policy rules beyond those that a network needs. */
final class Ways {
    private final Draw draw;
    private final Topology topology;

    Ways(Draw draw, Topology topology) {
        this.draw = draw;
        this.topology = topology;
    }

    /** Those at the beginning; often none. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        if (draw.chance(35)) {
            for (int i = draw.between(1, 5); i > 0; i--) {
                commands.add(next());
            }
        }
        return commands;
    }

    /** One more, or one less. */
    String next() {
        return switch (draw.between(0, 9)) {
            case 0, 1, 2 -> "ip route add " + target() + " via " + draw.one(topology.siteAddresses()) + table();
            case 3 ->
                "ip route add " + draw.of("unreachable ", "prohibit ", "blackhole ", "throw ") + target() + table();
            case 4 -> "ip route del " + target() + table();
            case 5 ->
                "ip route add " + target() + " via " + draw.one(topology.siteAddresses()) + " src "
                        + draw.one(topology.hostAddresses());
            case 6 -> "ip rule del " + selector() + " lookup 7";
            case 7 -> "ip rule add " + selector() + draw.of(" prohibit", " unreachable", " blackhole");
            default -> "ip rule add " + selector() + " lookup " + draw.of("7", "7", "main");
        };
    }

    private String target() {
        return draw.of("203.0.113.0/24", "10.99.0.0/16", "8.8.8.8/32", "100.64.0.0/10", "default", "198.51.100.10/32");
    }

    private String table() {
        return draw.chance(50) ? " table 7" : "";
    }

    private String selector() {
        return switch (draw.between(0, 4)) {
            case 0 -> "fwmark " + draw.of("1", "2", "0x10", "0x10/0xf0");
            case 1 -> "from " + draw.one(topology.siteAddresses());
            case 2 -> "to " + draw.of("203.0.113.0/24", "10.0.0.0/8");
            case 3 -> "iif " + draw.one(topology.devices());
            default -> "from " + draw.one(topology.sites()).network() + draw.maybe(50, () -> "tos 0x10");
        };
    }
}
