package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Rules as commands: chains of all tables, rules in them, policies. Not each of them is one that iptables takes. */
final class RulesDraw {
    private static final Map<String, List<String>> HOOKS = Map.of(
            "raw", List.of("PREROUTING", "OUTPUT"),
            "mangle", List.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING"),
            "nat", List.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING"),
            "filter", List.of("INPUT", "FORWARD", "OUTPUT"),
            "security", List.of("INPUT", "FORWARD", "OUTPUT"));
    private static final List<String> TABLES = List.of("raw", "mangle", "nat", "filter", "security");

    /** A chain that rules may be put into, and the hooks that packets come to it from. */
    private record Home(String table, String chain, String hook) {}

    private final Draw draw;
    private final Topology topology;
    private final MatchDraw matches;
    private final TargetDraw targets;
    private final List<Home> homes = new ArrayList<>();
    private final List<Home> branches = new ArrayList<>();

    RulesDraw(Draw draw, Topology topology, Pace pace) {
        this.draw = draw;
        this.topology = topology;
        this.matches = new MatchDraw(draw, topology, pace);
        this.targets = new TargetDraw(draw, topology);
    }

    /** The commands that make the rules a walk begins with. */
    List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (String table : TABLES) {
            if (draw.chance(table.equals("security") ? 15 : 70)) {
                commands.addAll(table(table));
            }
        }
        return commands;
    }

    /** Those of one table. */
    List<String> few() {
        return table(draw.one(TABLES));
    }

    private List<String> table(String table) {
        List<String> commands = new ArrayList<>();
        List<String> hooks = HOOKS.getOrDefault(table, List.of());
        hooks.forEach(hook -> homes.add(new Home(table, hook, hook)));
        for (int i = draw.between(0, 3); i > 0; i--) {
            Home branch = new Home(table, "chain" + branches.size(), draw.one(hooks));
            commands.add(start(table) + " -N " + branch.chain());
            branches.add(branch);
            homes.add(branch);
        }
        List<Home> here = homes.stream().filter(h -> h.table().equals(table)).toList();
        for (int i = draw.between(2, table.equals("security") ? 4 : 14); i > 0; i--) {
            commands.add(start(table) + " -A " + rule(draw.one(here)));
        }
        if (draw.chance(15)) {
            commands.add(start(table) + " -P " + draw.one(hooks) + " DROP");
        }
        return commands;
    }

    private static String start(String table) {
        return table.equals("filter") ? "iptables" : "iptables -t " + table;
    }

    /** A change of the rules while connections live. */
    String change() {
        if (homes.isEmpty()) {
            return "iptables -A INPUT";
        }
        Home home = draw.one(homes);
        String start = start(home.table());
        return switch (draw.between(0, 9)) {
            case 0, 1, 2 -> start + " -D " + home.chain() + " " + draw.between(1, 3);
            case 3 -> start + " -F " + home.chain();
            case 4 -> start + " -P " + home.hook() + " " + draw.of("DROP", "ACCEPT");
            case 5 -> start + " -Z";
            case 6, 7 -> start + " -A " + rule(home);
            default -> start + " -I " + rule(home);
        };
    }

    /** A chain and a rule for it. */
    private String rule(Home home) {
        String target = target(home);
        StringBuilder rule = new StringBuilder(home.chain());
        if (!target.startsWith("-p ")) {
            rule.append(draw.maybe(45, matches::protocol));
        }
        rule.append(draw.maybe(15, () -> draw.not() + "-s " + topology.addresses(draw)));
        rule.append(draw.maybe(15, () -> draw.not() + "-d " + topology.addresses(draw)));
        rule.append(devices(home.hook()));
        rule.append(draw.maybe(50, () -> matches.condition(home.hook())));
        rule.append(draw.maybe(10, () -> matches.condition(home.hook())));
        return rule.append(target.isEmpty() ? "" : " " + target).toString();
    }

    private String devices(String hook) {
        boolean comes = List.of("PREROUTING", "INPUT", "FORWARD").contains(hook);
        boolean goes = List.of("POSTROUTING", "OUTPUT", "FORWARD").contains(hook);
        return (comes ? draw.maybe(20, () -> draw.not() + "-i " + device()) : "")
                + (goes ? draw.maybe(20, () -> draw.not() + "-o " + device()) : "");
    }

    private String device() {
        return draw.chance(80)
                ? draw.one(draw.chance(80) ? topology.devices() : topology.ports())
                : draw.of("lo", "eth+", "lan+", "+", "none0");
    }

    private String target(Home home) {
        List<Home> near = branches.stream()
                .filter(b -> b.table().equals(home.table()) && b.hook().equals(home.hook()) && !b.equals(home))
                .toList();
        if (!near.isEmpty() && draw.chance(40)) {
            return draw.of("-j ", "-j ", "-g ") + draw.one(near).chain();
        }
        return targets.target(home.table(), List.of(home.hook()));
    }
}
