package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;

/** Sites and the commands that make them. */
record SiteDraw(Draw draw) {
    /** A site on a network of its own. */
    Site routed(int number, String name, String port, String prefix) {
        List<String> addresses = new ArrayList<>(List.of(prefix + 10, prefix + 11));
        if (draw.chance(30)) {
            addresses.add(prefix + 200);
        }
        return new Site(name, port, port, "eth0", prefix + 1, addresses, prefix + "0/24", number, draw.chance(60));
    }

    /** A site on the bridge; its addresses begin like that. */
    Site bridged(int number, String name, String port, String prefix) {
        List<String> addresses = List.of(prefix + "0", prefix + "1");
        return new Site(
                name, port, Topology.BRIDGE, "eth0", "10.7.0.1", addresses, "10.7.0.0/24", number, draw.chance(60));
    }

    /** The commands that make the bridge. */
    static List<String> bridge() {
        return List.of(
                "ip link add br0 type bridge",
                "ip link set br0 address " + Topology.BRIDGE_MAC,
                "ip addr add 10.7.0.1/24 dev br0",
                "ip link set br0 up",
                "sysctl -w net.ipv4.conf.br0.send_redirects=0");
    }

    /** The commands that make a site. */
    List<String> join(Site site) {
        List<String> commands = new ArrayList<>();
        String inside = "ip -n " + site.name() + " ";
        commands.add("ip netns add " + site.name());
        commands.add("ip link add " + site.port() + " type veth peer name " + site.own() + " netns " + site.name());
        commands.add(inside + "link set " + site.own() + " address " + site.mac());
        commands.addAll(site.isBridged() ? List.of("ip link set " + site.port() + " master br0") : addressed(site));
        commands.add("ip link set " + site.port() + " up");
        site.addresses().forEach(address -> commands.add(inside + "addr add " + address + "/24 dev " + site.own()));
        commands.add(inside + "link set " + site.own() + " up");
        commands.add(inside + "route add default via " + site.hostAddress());
        commands.add("sysctl -w net.ipv4.conf." + site.port() + ".send_redirects=0");
        meet(site, commands);
        silence(site, commands);
        return commands;
    }

    private List<String> addressed(Site site) {
        List<String> commands = new ArrayList<>();
        commands.add("ip link set " + site.port() + " address " + site.hostMac());
        commands.add("ip addr add " + site.hostAddress() + "/24 dev " + site.port());
        if (draw.chance(25)) {
            commands.add("ip addr add " + site.hostAddress() + "00/24 dev " + site.port());
        }
        return commands;
    }

    /** Both sides know each other's link-layer address: while a kernel asks for it, other packets go first. */
    private static void meet(Site site, List<String> commands) {
        String mac = " lladdr " + site.mac() + " dev " + site.device() + " nud permanent";
        site.addresses().forEach(address -> commands.add("ip neigh add " + address + mac));
        commands.add("ip -n " + site.name() + " neigh add " + site.hostAddress() + " lladdr " + site.hostMac() + " dev "
                + site.own() + " nud permanent");
    }

    /** What tells who got what, and what keeps a namespace from answering. */
    private void silence(Site site, List<String> commands) {
        commands.add(site.run("sysctl -w net.ipv4.icmp_ratemask=0"));
        if (site.mute()) {
            commands.add(site.run("iptables -t raw -A PREROUTING -j DROP"));
        } else if (draw.chance(70)) {
            commands.add(site.run("iptables -t mangle -A INPUT"));
            commands.add(site.run("iptables -t mangle -A OUTPUT"));
        }
    }
}
