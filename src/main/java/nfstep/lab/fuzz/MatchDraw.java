package nfstep.lab.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Conditions of rules, one of each modelled match; their values are those that the traffic has, and some others. */
final class MatchDraw {
    static final List<Integer> PORTS = List.of(21, 22, 53, 69, 80, 443, 4000, 4001, 4002, 8080);
    static final List<String> MARKS = List.of("0", "1", "2", "0x10", "0x10/0xf0", "1/3", "0xffffffff");

    private final Draw draw;
    private final Topology topology;
    private final HeaderDraw headers;
    private final PlaceDraw places;
    private final Map<String, Supplier<String>> any = new TreeMap<>();

    MatchDraw(Draw draw, Topology topology, Pace pace) {
        this.draw = draw;
        this.topology = topology;
        this.headers = new HeaderDraw(draw);
        this.places = new PlaceDraw(draw, topology);
        ofThePacket();
        ofItsConnection();
        ofThePast(new MemoryDraw(draw));
        if (pace == Pace.STEADY) {
            any.put("connlimit", new MemoryDraw(draw)::connlimit);
        }
    }

    private void ofThePacket() {
        any.put("addrtype", this::addrtype);
        any.put("comment", () -> "-m comment --comment " + draw.of("web", "'two words'", "'a \"b\"'"));
        any.put("dscp", () -> "-m dscp " + draw.not() + "--dscp " + draw.of("0", "4", "0x2e", "8"));
        any.put("ecn", headers::ecn);
        any.put("iprange", this::iprange);
        any.put("length", this::length);
        any.put(
                "limit",
                () -> "-m limit --limit " + draw.of("1/hour", "3/day", "2/min") + " --limit-burst "
                        + draw.between(1, 6));
        any.put("mac", () -> "-m mac " + draw.not() + "--mac-source 02:00:00:00:00:0" + draw.between(0, 9));
        any.put("mark", () -> "-m mark " + draw.not() + "--mark " + draw.one(MARKS));
        any.put(
                "pkttype",
                () -> "-m pkttype " + draw.not() + "--pkt-type " + draw.of("unicast", "broadcast", "multicast"));
        any.put("string", headers::string);
        any.put("u32", headers::u32);
        any.put(
                "tos",
                () -> "-m tos " + draw.not() + "--tos " + draw.of("0", "0x10", "0x10/0x1c", "0/0x3f", "0xb8/0xfc"));
        any.put("ttl", this::ttl);
    }

    private void ofItsConnection() {
        any.put("connmark", () -> "-m connmark " + draw.not() + "--mark " + draw.one(MARKS));
        any.put("conntrack", new ConntrackDraw(draw, topology)::condition);
        any.put("helper", () -> "-m helper " + draw.not() + "--helper " + draw.of("ftp", "tftp", "\"\""));
        any.put(
                "state",
                () -> "-m state " + draw.not() + "--state "
                        + draw.of(
                                "NEW",
                                "ESTABLISHED",
                                "RELATED",
                                "INVALID",
                                "UNTRACKED",
                                "NEW,RELATED",
                                "RELATED,ESTABLISHED"));
    }

    private void ofThePast(MemoryDraw memory) {
        any.put("connbytes", memory::connbytes);
        any.put("hashlimit", memory::hashlimit);
        any.put("quota", memory::quota);
        any.put("recent", memory::recent);
        any.put("statistic", this::statistic);
    }

    /** Conditions without a protocol for a rule that packets meet at that hook; each is chosen as often as the others. */
    String condition(String hook) {
        return draw.chance(12)
                ? places.condition(hook)
                : draw.one(List.copyOf(any.values())).get();
    }

    /** A protocol, mostly with a condition of its own. */
    String protocol() {
        return switch (draw.between(0, 10)) {
            case 0, 1, 2 -> tcp();
            case 3, 4 -> draw.not() + "-p udp";
            case 5 -> headers.protocol();
            case 6 -> "-p udp -m udp" + ports();
            case 7 -> icmp();
            case 8 ->
                "-p " + draw.of("tcp", "udp", "sctp") + " -m multiport " + draw.not() + "--"
                        + draw.of("sports", "dports", "ports") + " " + port() + "," + range() + "," + port();
            default -> draw.of("-p sctp -m sctp" + ports(), "-p 47", "-p 132", "! -p tcp", "-p 50", "-p all");
        };
    }

    private String tcp() {
        String flags = draw.maybe(
                40,
                () -> draw.not()
                        + draw.of(
                                "--syn",
                                "--tcp-flags SYN,ACK SYN,ACK",
                                "--tcp-flags FIN,SYN,RST,ACK SYN",
                                "--tcp-flags RST RST",
                                "--tcp-flags ALL NONE",
                                "--tcp-flags ALL ACK"));
        String option = draw.maybe(10, () -> draw.not() + "--tcp-option " + draw.of(1, 2, 3, 4, 8));
        return "-p tcp -m tcp" + ports() + flags + option;
    }

    private String icmp() {
        return "-p icmp"
                + draw.maybe(
                        80,
                        () -> "-m icmp " + draw.not() + "--icmp-type "
                                + draw.of("8", "0", "3", "3/1", "3/3", "3/4", "11", "11/0", "5", "13", "12", "any"));
    }

    private String ports() {
        return draw.maybe(25, () -> draw.not() + "--sport " + range())
                + draw.maybe(50, () -> draw.not() + "--dport " + range());
    }

    int port() {
        return draw.chance(85) ? draw.one(PORTS) : draw.between(0, 65_535);
    }

    private String range() {
        int first = port();
        int last = port();
        return draw.chance(60) || last < first ? "" + first : first + ":" + last;
    }

    private String addrtype() {
        String types = draw.of("LOCAL", "UNICAST", "BROADCAST", "MULTICAST", "LOCAL,BROADCAST", "UNREACHABLE");
        String other = draw.maybe(25, () -> draw.not() + "--src-type " + draw.of("LOCAL", "UNICAST"));
        return "-m addrtype " + draw.not() + "--dst-type " + types + other
                + draw.maybe(15, () -> draw.of("--limit-iface-in", "--limit-iface-out"));
    }

    private String iprange() {
        String from = draw.one(topology.siteAddresses());
        return "-m iprange " + draw.not() + draw.of("--src-range ", "--dst-range ")
                + draw.of(from, from + "-" + from, "10.0.0.0-10.255.0.0", "0.0.0.0-198.0.0.0");
    }

    private String length() {
        int first = draw.of(20, 28, 40, 60, 84);
        return "-m length " + draw.not() + "--length " + first
                + draw.of("", "", ":" + (first + draw.between(0, 60)), ":");
    }

    private String statistic() {
        int every = draw.between(1, 4);
        return "-m statistic --mode nth " + draw.not() + "--every " + every + " --packet " + draw.between(0, every - 1);
    }

    private String ttl() {
        String how = draw.of("eq", "lt", "gt");
        return "-m ttl " + (how.equals("eq") ? draw.not() : "") + "--ttl-" + how + " " + draw.of(1, 2, 63, 64, 65, 128);
    }
}
