package nfstep.packet;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** IP protocol numbers and their names, as Debian's /etc/protocols has them and as iptables prints them. */
public final class Protocols {
    public static final int ICMP = 1;
    public static final int IGMP = 2;
    public static final int IPIP = 4;
    public static final int TCP = 6;
    public static final int UDP = 17;
    public static final int DCCP = 33;
    public static final int GRE = 47;
    public static final int ESP = 50;
    public static final int AH = 51;
    public static final int ICMPV6 = 58;
    /** What an IPv6 packet without any upper layer says. */
    public static final int NO_NEXT = 59;

    /** Multicast routing between routers. */
    public static final int PIM = 103;

    public static final int IPCOMP = 108;
    public static final int SCTP = 132;
    public static final int UDPLITE = 136;

    private static final Map<String, Integer> NUMBERS = new LinkedHashMap<>();
    private static final Map<Integer, String> NAMES = new LinkedHashMap<>();

    static {
        String table = "all 0 ip 0 hopopt 0 icmp 1 igmp 2 ggp 3 ipencap 4 st 5 tcp 6 egp 8 igp 9 pup 12 udp 17 hmp 20 "
                + "xns-idp 22 rdp 27 iso-tp4 29 dccp 33 xtp 36 ddp 37 idpr-cmtp 38 ipv6 41 ipv6-route 43 ipv6-frag 44 "
                + "idrp 45 rsvp 46 gre 47 esp 50 ah 51 skip 57 ipv6-icmp 58 ipv6-nonxt 59 ipv6-opts 60 rspf 73 vmtp 81 "
                + "eigrp 88 ospf 89 ax.25 93 ipip 94 etherip 97 encap 98 pim 103 ipcomp 108 vrrp 112 l2tp 115 isis 124 "
                + "sctp 132 fc 133 mobility-header 135 udplite 136 mpls-in-ip 137 manet 138 hip 139 shim6 140 wesp 141 "
                + "rohc 142 ethernet 143";
        String[] words = table.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            enter(words[i], Integer.parseInt(words[i + 1]));
        }
        // iptables knows these by itself: xtables_chain_protos
        enter("icmpv6", ICMPV6);
        enter("ipv6-mh", 135);
        enter("mh", 135);
    }

    private Protocols() {}

    /** The name iptables prints, or the number in decimal. */
    public static String name(int number) {
        return NAMES.getOrDefault(number, Integer.toString(number));
    }

    /** The number for a name in small or capital letters, or for a decimal number up to 255. */
    public static OptionalInt number(String text) {
        if (!text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            int number = Integer.parseInt(text);
            return number <= 255 ? OptionalInt.of(number) : OptionalInt.empty();
        }
        Integer number = NUMBERS.get(text.toLowerCase(Locale.ROOT));
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Whether its header starts with a source and a destination port. */
    public static boolean hasPorts(int number) {
        return switch (number) {
            case TCP, UDP, UDPLITE, SCTP, DCCP -> true;
            default -> false;
        };
    }

    private static void enter(String name, int number) {
        NUMBERS.put(name, number);
        NAMES.putIfAbsent(number, name);
    }
}
