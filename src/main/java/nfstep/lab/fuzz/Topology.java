package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The host as a router between some networks, and who lives there. */
record Topology(List<Site> sites, List<String> commands) {
    /** Addresses that nobody has. */
    static final List<String> FOREIGN = List.of("203.0.113.5", "10.99.0.1", "192.168.1.77", "8.8.8.8", "100.64.0.9");

    Topology {
        sites = List.copyOf(sites);
        commands = List.copyOf(commands);
    }

    /** One of the many. */
    static Topology drawn(Draw draw) {
        List<Site> sites = new ArrayList<>();
        sites.add(site(draw, "world", "eth0", "198.51.100.", 60));
        sites.add(site(draw, "client", "lan0", "192.168.1.", 60));
        if (draw.chance(60)) {
            sites.add(site(draw, "server", "dmz0", "10.0.5.", 50));
        }
        List<String> commands = new ArrayList<>();
        sites.forEach(site -> join(draw, site, commands));
        commands.add("sysctl -w net.ipv4.ip_forward=1");
        return new Topology(sites, commands);
    }

    private static Site site(Draw draw, String name, String device, String prefix, int mute) {
        List<String> addresses = new ArrayList<>(List.of(prefix + 10, prefix + 11));
        if (draw.chance(30)) {
            addresses.add(prefix + 200);
        }
        return new Site(name, device, "eth0", prefix + 1, addresses, prefix + "0/24", draw.chance(mute));
    }

    private static void join(Draw draw, Site site, List<String> commands) {
        String inside = "ip -n " + site.name() + " ";
        commands.add("ip netns add " + site.name());
        commands.add("ip link add " + site.device() + " type veth peer name " + site.own() + " netns " + site.name());
        commands.add("ip link set " + site.device() + " address " + site.mac(1));
        commands.add(inside + "link set " + site.own() + " address " + site.mac(2));
        commands.add("ip addr add " + site.hostAddress() + "/24 dev " + site.device());
        if (draw.chance(25)) {
            commands.add("ip addr add " + site.hostAddress() + "00/24 dev " + site.device());
        }
        commands.add("ip link set " + site.device() + " up");
        site.addresses().forEach(address -> commands.add(inside + "addr add " + address + "/24 dev " + site.own()));
        commands.add(inside + "link set " + site.own() + " up");
        commands.add(inside + "route add default via " + site.hostAddress());
        commands.add("sysctl -w net.ipv4.conf." + site.device() + ".send_redirects=0");
        if (site.name().equals("world")) {
            commands.add("ip route add default via " + site.addresses().get(0));
            commands.add("sysctl -w net.ipv4.conf.all.send_redirects=0");
        }
        meet(site, commands);
        silence(draw, site, commands);
    }

    /** Both sides know each other's link-layer address: while a kernel asks for it, other packets go first. */
    private static void meet(Site site, List<String> commands) {
        String mac = " lladdr " + site.mac(2) + " dev " + site.device() + " nud permanent";
        site.addresses().forEach(address -> commands.add("ip neigh add " + address + mac));
        commands.add("ip -n " + site.name() + " neigh add " + site.hostAddress() + " lladdr " + site.mac(1) + " dev "
                + site.own() + " nud permanent");
    }

    /** What tells who got what, and what keeps a namespace from answering. */
    private static void silence(Draw draw, Site site, List<String> commands) {
        commands.add(site.run("sysctl -w net.ipv4.icmp_ratemask=0"));
        if (site.mute()) {
            commands.add(site.run("iptables -t raw -A PREROUTING -j DROP"));
        } else if (draw.chance(70)) {
            commands.add(site.run("iptables -t mangle -A INPUT"));
            commands.add(site.run("iptables -t mangle -A OUTPUT"));
        }
    }

    /** Addresses of the host. */
    List<String> hostAddresses() {
        return sites.stream().map(Site::hostAddress).toList();
    }

    /** Addresses of the others. */
    List<String> siteAddresses() {
        return sites.stream().flatMap(s -> s.addresses().stream()).toList();
    }

    /** The host's devices that lead to others. */
    List<String> devices() {
        return sites.stream().map(Site::device).toList();
    }

    /** Who has that address, beside the host. */
    Optional<Site> home(String address) {
        return sites.stream().filter(s -> s.addresses().contains(address)).findFirst();
    }

    /** Any address. */
    String address(Draw draw) {
        return draw.one(Stream.of(siteAddresses(), siteAddresses(), hostAddresses(), FOREIGN)
                .flatMap(List::stream)
                .toList());
    }

    /** An address or a network as rules name them. */
    String addresses(Draw draw) {
        if (draw.chance(40)) {
            return draw.one(sites).network();
        }
        return draw.chance(80)
                ? address(draw)
                : draw.of(
                        "10.0.0.0/8",
                        "192.168.0.0/16",
                        "0.0.0.0/0",
                        "198.51.100.0/25",
                        "128.0.0.0/1",
                        "0.0.0.10/0.0.0.255");
    }
}
