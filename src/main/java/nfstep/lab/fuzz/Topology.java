package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The host as a router between some networks, one of which may be a bridge of its own, and who lives there. */
record Topology(List<Site> sites, List<String> commands) {
    static final String BRIDGE = "br0";
    static final String BRIDGE_MAC = "02:00:00:00:00:01";

    /** Addresses that nobody has. */
    static final List<String> FOREIGN = List.of("203.0.113.5", "10.99.0.1", "192.168.1.77", "8.8.8.8", "100.64.0.9");

    Topology {
        sites = List.copyOf(sites);
        commands = List.copyOf(commands);
    }

    /** One of the many. */
    static Topology drawn(Draw draw) {
        SiteDraw some = new SiteDraw(draw);
        List<Site> sites = new ArrayList<>();
        sites.add(some.routed(1, "world", "eth0", "198.51.100."));
        sites.add(some.routed(2, "client", "lan0", "192.168.1."));
        boolean bridge = draw.chance(30);
        if (bridge) {
            sites.add(some.bridged(4, "left", "p1", "10.7.0.1"));
            sites.add(some.bridged(5, "right", "p2", "10.7.0.2"));
        } else if (draw.chance(60)) {
            sites.add(some.routed(3, "server", "dmz0", "10.0.5."));
        }
        List<String> commands = new ArrayList<>(bridge ? SiteDraw.bridge() : List.of());
        sites.forEach(site -> commands.addAll(some.join(site)));
        commands.add("ip route add default via " + sites.get(0).addresses().get(0));
        commands.add("sysctl -w net.ipv4.conf.all.send_redirects=0");
        commands.add("sysctl -w net.ipv4.ip_forward=1");
        return new Topology(sites, commands);
    }

    /** Addresses of the host. */
    List<String> hostAddresses() {
        return sites.stream().map(Site::hostAddress).distinct().toList();
    }

    /** Addresses of the others. */
    List<String> siteAddresses() {
        return sites.stream().flatMap(s -> s.addresses().stream()).toList();
    }

    /** The host's devices that have addresses. */
    List<String> devices() {
        return sites.stream().map(Site::device).distinct().toList();
    }

    /** The host's ends of cables. */
    List<String> ports() {
        return sites.stream().map(Site::port).toList();
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
