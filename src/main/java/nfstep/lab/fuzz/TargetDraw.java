package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What rules do: every modelled target in the tables and hooks that take it. */
final class TargetDraw {
    private final Draw draw;
    private final Topology topology;

    TargetDraw(Draw draw, Topology topology) {
        this.draw = draw;
        this.topology = topology;
    }

    /** A target for a chain that packets reach from these hooks; with the protocol that it needs in front of it. */
    String target(String table, List<String> hooks) {
        List<Supplier<String>> all = new ArrayList<>(List.of(
                () -> "-j ACCEPT",
                () -> "-j ACCEPT",
                () -> "-j DROP",
                () -> "-j RETURN",
                () -> "",
                () -> "",
                () -> "",
                () -> "",
                () -> "",
                this::log,
                this::mark,
                () -> table.equals("raw") ? "-j ACCEPT" : connmark()));
        switch (table) {
            case "raw" -> all.addAll(List.of(this::notrack, this::notrack, () -> "-j TRACE"));
            case "mangle" -> all.addAll(mangling(hooks));
            case "nat" -> natting(hooks).forEach(t -> all.addAll(List.of(t, t, t)));
            case "filter" -> all.addAll(List.of(this::reject, this::reject, () -> "-j DROP"));
            default -> {}
        }
        return draw.one(all).get();
    }

    private String log() {
        return draw.of("-j LOG --log-prefix 'fuzz '", "-j LOG", "-j NFLOG --nflog-group 5");
    }

    private String mark() {
        return "-j MARK --" + draw.of("set-mark", "set-xmark", "and-mark", "or-mark", "xor-mark") + " "
                + draw.of("0", "1", "2", "0x10", "0xff");
    }

    private String connmark() {
        return "-j CONNMARK "
                + draw.of(
                        "--save-mark",
                        "--restore-mark",
                        "--set-mark 1",
                        "--set-xmark 2/0xf",
                        "--restore-mark --nfmask 0xf --ctmask 0xf",
                        "--and-mark 1",
                        "--or-mark 0x10",
                        "--xor-mark 3");
    }

    private String notrack() {
        return draw.of(
                "-j NOTRACK",
                "-j CT --notrack",
                "-j CT --zone 1",
                "-j CT --zone-orig 2",
                "-j CT --zone-reply 3",
                "-j CT --zone mark",
                "-p tcp --dport 21 -j CT --helper ftp",
                "-p tcp --dport 21 -j CT --helper ftp",
                "-p udp --dport 69 -j CT --helper tftp",
                "-j CT --ctevents new");
    }

    private String reject() {
        String kind = draw.of(
                "icmp-port-unreachable",
                "icmp-net-unreachable",
                "icmp-host-unreachable",
                "icmp-proto-unreachable",
                "icmp-net-prohibited",
                "icmp-host-prohibited",
                "icmp-admin-prohibited");
        return draw.of("-j REJECT --reject-with " + kind, "-j REJECT", "-p tcp -j REJECT --reject-with tcp-reset");
    }

    private List<Supplier<String>> mangling(List<String> hooks) {
        List<Supplier<String>> all = new ArrayList<>(List.of(
                () -> "-j TTL " + draw.of("--ttl-set 1", "--ttl-set 77", "--ttl-dec 1", "--ttl-inc 3"),
                () -> "-j TOS " + draw.of("--set-tos 0x10", "--set-tos 0x10/0x1f", "--and-tos 3", "--or-tos 0x20"),
                () -> "-j DSCP --set-dscp " + draw.of("0", "0x2e", "8"),
                () -> "-p tcp -j ECN --ecn-tcp-remove",
                () -> "-p tcp --syn -j TCPOPTSTRIP --strip-options "
                        + draw.of("mss", "sack-permitted", "timestamp", "2,3"),
                () -> "-p tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss " + draw.of("536", "1300", "1460"),
                () -> "-j CHECKSUM --checksum-fill",
                () -> hooks.contains("INPUT") ? "" : tee()));
        if (!hooks.contains("PREROUTING") && !hooks.contains("INPUT")) {
            all.add(() -> "-j CLASSIFY --set-class 1:2");
            all.add(() -> "-p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu");
        }
        return all;
    }

    /** Only to those who never answer, so that no copy goes round in circles. */
    private String tee() {
        List<String> mute = topology.sites().stream()
                .filter(Site::mute)
                .map(site -> site.addresses().get(0))
                .toList();
        return mute.isEmpty() || topology.devices().contains(Topology.BRIDGE)
                ? ""
                : "-j TEE --gateway " + draw.one(mute);
    }

    private List<Supplier<String>> natting(List<String> hooks) {
        List<Supplier<String>> all = new ArrayList<>();
        boolean source = hooks.stream().allMatch(List.of("POSTROUTING", "INPUT")::contains);
        boolean destination = hooks.stream().allMatch(List.of("PREROUTING", "OUTPUT")::contains);
        if (source) {
            all.addAll(List.of(
                    () -> "-j SNAT --to-source " + to(true) + draw.maybe(15, () -> "--persistent"),
                    () -> portsOf("SNAT --to-source ", true)));
        }
        if (destination) {
            all.addAll(List.of(
                    () -> "-j DNAT --to-destination " + to(false) + draw.maybe(15, () -> "--persistent"),
                    () -> portsOf("DNAT --to-destination ", false),
                    () -> portsOf("DNAT --to-destination ", false),
                    () -> "-j REDIRECT",
                    () -> "-p " + draw.of("tcp", "udp") + " -j REDIRECT --to-ports " + ports()));
        }
        if (hooks.equals(List.of("POSTROUTING"))) {
            all.addAll(List.of(
                    () -> "-j MASQUERADE",
                    () -> "-j MASQUERADE",
                    () -> "-p " + draw.of("tcp", "udp") + " -j MASQUERADE --to-ports " + ports()));
        }
        if (source || destination) {
            all.add(() -> "-j NETMAP --to "
                    + draw.of(draw.one(topology.sites()).network(), "203.0.113.0/24", "10.0.5.128/25"));
        }
        return all;
    }

    private String to(boolean source) {
        String address = draw.chance(60)
                ? source ? draw.one(topology.hostAddresses()) : draw.one(topology.siteAddresses())
                : topology.address(draw);
        int dot = address.lastIndexOf('.') + 1;
        int last = Integer.parseInt(address.substring(dot));
        return draw.chance(20) && last < 250 ? address + "-" + address.substring(0, dot) + (last + 3) : address;
    }

    private String portsOf(String target, boolean source) {
        return "-p " + draw.of("tcp", "udp") + " -j " + target + draw.of(to(source), "") + ":" + ports();
    }

    private String ports() {
        int port = draw.one(MatchDraw.PORTS);
        return draw.chance(30) ? port + "-" + (port + draw.between(0, 2)) : "" + port;
    }
}
