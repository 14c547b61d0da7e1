package nfstep.rules.xt;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import nfstep.packet.IpFamily;

/** Makes rules with one match that looks at nothing but the packet and the host. */
final class RandomRules {
    private final Random random;
    private final boolean six;
    private final List<Supplier<String>> kinds;

    RandomRules(long seed, IpFamily family) {
        this.random = new Random(seed);
        this.six = family == IpFamily.IPV6;
        this.kinds = List.of(
                this::tcp,
                this::tcp,
                this::udp,
                this::icmp,
                this::icmp,
                this::multiport,
                this::length,
                this::hops,
                this::tos,
                this::dscp,
                this::iprange,
                this::addrtype,
                this::packetType,
                this::sctp,
                this::chunks,
                this::dccp,
                this::index,
                this::mss,
                this::congestion,
                this::bits,
                this::bits,
                this::text,
                this::text,
                this::quota);
    }

    String next() {
        return one(kinds).get();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String not() {
        return random.nextInt(4) == 0 ? "! " : "";
    }

    private String maybe(Supplier<String> part) {
        return random.nextInt(2) == 0 ? "" : " " + part.get();
    }

    private int port() {
        return random.nextInt(6) == 0 ? random.nextInt(65536) : one(List.of(0, 1, 22, 53, 80, 443, 4000, 65535));
    }

    private String ports() {
        int first = port();
        int last = Math.max(first, port());
        return random.nextBoolean() || first == last ? "" + first : first + ":" + last;
    }

    private String tcp() {
        return "-p tcp -m tcp" + maybe(() -> not() + "--sport " + ports()) + maybe(() -> not() + "--dport " + ports())
                + maybe(this::flags) + maybe(() -> not() + "--tcp-option " + one(List.of(1, 2, 3, 4, 8, 30)));
    }

    private String flags() {
        List<String> some = List.of("SYN", "SYN,ACK", "ALL", "FIN,SYN,RST,ACK", "RST", "PSH,ACK", "URG", "NONE");
        return not() + (random.nextInt(3) == 0 ? "--syn" : "--tcp-flags " + one(some) + " " + one(some));
    }

    private String udp() {
        return "-p udp -m udp" + maybe(() -> not() + "--sport " + ports()) + maybe(() -> not() + "--dport " + ports());
    }

    private String sctp() {
        return "-p sctp -m sctp" + maybe(() -> not() + "--sport " + ports()) + " " + not() + "--dport " + ports();
    }

    private String chunks() {
        List<String> some = List.of(
                "DATA", "INIT", "DATA:u", "DATA:UB,INIT", "ABORT:T", "SACK,DATA,INIT", "ALL", "NONE", "I_DATA:U,PAD");
        return "-p sctp -m sctp" + maybe(() -> not() + "--dport " + ports()) + " " + not() + "--chunk-types "
                + one(List.of("any", "all", "only")) + " " + one(some);
    }

    private String dccp() {
        List<String> some = List.of("REQUEST", "RESPONSE,DATA", "ACK,SYNC,CLOSE", "INVALID", "RESET");
        return "-p dccp -m dccp" + maybe(() -> not() + "--sport " + ports()) + maybe(() -> not() + "--dport " + ports())
                + maybe(() -> not() + "--dccp-types " + one(some))
                + maybe(() -> not() + "--dccp-option " + one(List.of(1, 2, 3, 4, 32)));
    }

    private String index() {
        String range = one(List.of("0", "1", "0:258", "2:66051", "16909060", "257:", ":65536"));
        List<String> some = six
                ? List.of("-p esp -m esp", "-p ipcomp -m ipcomp")
                : List.of("-p esp -m esp", "-p ah -m ah", "-p ipcomp -m ipcomp");
        String match = one(some);
        return match + " " + not() + "--" + match.substring(match.lastIndexOf(' ') + 1) + "spi " + range;
    }

    private String icmp() {
        String type = one(List.of("0", "3", "3/1", "8", "8/0", "8/3", "11/0", "5", "128", "129", "1/4", "1", "255"));
        return six
                ? "-p ipv6-icmp -m icmp6 " + not() + "--icmpv6-type " + type
                : "-p icmp -m icmp " + not() + "--icmp-type " + type;
    }

    private String multiport() {
        String side = one(List.of("sports", "dports", "ports"));
        String list = port() + "," + ports() + "," + port();
        return "-p " + one(List.of("tcp", "udp", "sctp")) + " -m multiport " + not() + "--" + side + " " + list;
    }

    private String length() {
        int first = random.nextInt(120);
        return "-m length " + not() + "--length " + first
                + (random.nextBoolean() ? ":" + (first + random.nextInt(60)) : "");
    }

    private String hops() {
        String name = six ? "hl" : "ttl";
        String how = one(List.of("-eq", "-lt", "-gt"));
        String inverted = how.equals("-eq") ? not() : "";
        return "-m " + name + " " + inverted + "--" + name + how + " " + one(List.of(1, 63, 64, 65, 128, 255));
    }

    private String tos() {
        return "-m tos " + not() + "--tos " + one(List.of("0", "0x10", "0x10/0x1c", "0/0x3f", "0xb8/0xfc", "1/1"));
    }

    private String dscp() {
        return "-m dscp " + not() + "--dscp " + one(List.of("0", "4", "0x2e", "8"));
    }

    private String iprange() {
        List<String> some = six
                ? List.of("::1", "::", "2001:db8::5", "fe80::1-fe80::ffff", "::-2001:db8::ffff")
                : List.of(
                        "127.0.0.1",
                        "10.0.0.0-10.255.0.0",
                        "127.0.0.1-127.0.0.4",
                        "0.0.0.0-223.0.0.0",
                        "9.0.0.0-1.0.0.0");
        return "-m iprange " + not() + "--src-range " + one(some) + maybe(() -> not() + "--dst-range " + one(some));
    }

    private String addrtype() {
        List<String> some = six
                ? List.of("LOCAL", "UNICAST", "MULTICAST", "UNSPEC", "UNICAST,LOCAL", "UNREACHABLE")
                : List.of("LOCAL", "UNICAST", "MULTICAST", "BROADCAST", "LOCAL,BROADCAST", "UNSPEC,BLACKHOLE");
        String sides = random.nextBoolean()
                ? not() + "--src-type " + one(some)
                : not() + "--dst-type " + one(some) + maybe(() -> not() + "--src-type " + one(some));
        return "-m addrtype " + sides + (random.nextInt(3) == 0 ? " --limit-iface-in" : "");
    }

    private String mss() {
        return "-p tcp -m tcpmss " + not() + "--mss " + one(List.of("536", "1460", "1:1459", "1000:1500", "0:65535"));
    }

    private String congestion() {
        String codepoint = not() + "--ecn-ip-ect " + random.nextInt(4);
        return random.nextBoolean()
                ? "-m ecn " + codepoint
                : "-p tcp -m ecn " + not() + "--ecn-tcp-ece" + maybe(() -> not() + "--ecn-tcp-cwr")
                        + maybe(() -> codepoint);
    }

    private String bits() {
        String test = bitTest() + (random.nextInt(3) == 0 ? "&&" + bitTest() : "");
        return "-m u32 " + not() + "--u32 " + test;
    }

    private String bitTest() {
        String start = "0x" + Integer.toHexString(one(List.of(0, 2, 4, 6, 8, 12, 16, 17, 20, 36, 60)));
        String steps = one(List.of(
                "", "&0xff", ">>24", "<<8", ">>22&0x3c@0", ">>22&0x3c@0>>16", ">>22&0x3c@12>>26&0x3c@0", "@0", "<<31"));
        String values = one(List.of("0x0:0x50", "0x45,0x60", "0x0", "0x1:0xffff", "0x0:0xffffffff", "0x9:0x1"));
        return start + steps + "=" + values;
    }

    private String text() {
        List<String> some = List.of("45", "0000", "7f00", "61", "41", "4142", "614261", "6262", "00000000", "0001");
        int from = random.nextInt(50);
        return "-m string " + not() + "--hex-string |" + one(some) + "| --algo " + one(List.of("bm", "kmp"))
                + maybe(() -> "--from " + from)
                + maybe(() -> "--to " + (from + random.nextInt(40)))
                + maybe(() -> "--icase");
    }

    private String quota() {
        return "-m quota " + not() + "--quota " + one(List.of("0", "20", "28", "40", "1000", "18446744073709551615"));
    }

    private String packetType() {
        return "-m pkttype " + not() + "--pkt-type " + one(List.of("unicast", "broadcast", "multicast", "otherhost"));
    }
}
