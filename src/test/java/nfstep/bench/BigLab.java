package nfstep.bench;

/** Rules and connections in large numbers, as the texts that a user would load. */
final class BigLab {
    static final int RULES = 50_000;
    static final int CONNECTIONS = 100_000;

    private static final String NETWORK = """
            ip netns add world
            ip netns add lan
            ip link add eth0 type veth peer name wan netns world
            ip link add eth1 type veth peer name eth0 netns lan
            ip link set eth0 up
            ip link set eth1 up
            ip addr add 198.51.100.1/24 dev eth0
            ip addr add 192.168.0.1/24 dev eth1
            ip -n world link set wan up
            ip -n world addr add 198.51.100.2/24 dev wan
            ip -n lan link set eth0 up
            ip -n lan addr add 192.168.0.2/24 dev eth0
            ip -n lan route add default via 192.168.0.1
            sysctl -w net.ipv4.ip_forward=1
            iptables -t nat -A POSTROUTING -s 192.168.0.0/24 -o eth0 -j MASQUERADE
            """;

    private BigLab() {}

    /** What {@code iptables-save} prints for so many rules of the filter table; the packets below pass them all. */
    static String savedRules(String chain, int rules) {
        StringBuilder text =
                new StringBuilder("*filter\n:INPUT ACCEPT [0:0]\n:FORWARD ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n");
        for (int i = 0; i < rules; i++) {
            text.append("-A ").append(chain).append(condition(i)).append(" -j DROP\n");
        }
        return text.append("COMMIT\n").toString();
    }

    /** One of five conditions, in an order that does not repeat soon: which one fails is what a trace has to keep. */
    private static String condition(int i) {
        return switch (((i * 0x9e3779b1) >>> 16) % 5) {
            case 0 -> " -s " + address(i) + "/32 -p tcp -m tcp --dport 22";
            case 1 -> " -s 192.168.0.0/16 -d " + address(i) + "/32";
            case 2 -> " -o dummy" + i % 100;
            case 3 -> " -p tcp -m tcp --dport " + (1 + i % 65_535);
            default -> " -p udp -m udp --dport " + (1024 + i % 1000);
        };
    }

    /** A router with that many rules and connections, and packets that pass through it. */
    static String router(int rules, int connections, int packets) {
        StringBuilder text = new StringBuilder(NETWORK);
        text.append("iptables-restore <<'END'\n")
                .append(savedRules("FORWARD", rules))
                .append("END\n");
        for (int i = 0; i < connections; i++) {
            text.append("conntrack -I -p udp -t 60000 -s ").append(address(i));
            text.append(" -d 198.51.100.2 --sport 4000 --dport 53\n");
        }
        for (int i = 0; i < packets; i++) {
            text.append("ip netns exec lan send udp 192.168.0.2:")
                    .append(4000 + i)
                    .append(" 198.51.100.2:53\n");
        }
        return text.toString();
    }

    private static String address(int i) {
        return "10." + (i >> 16) + "." + (i >> 8 & 0xff) + "." + (i & 0xff);
    }
}
