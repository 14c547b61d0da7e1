package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes command lines that mostly succeed, the same ones for the same seed. */
final class CommandGenerator {
    private static final List<String> CHAINS = List.of("INPUT", "FORWARD", "OUTPUT", "A", "B", "c-1", "Z.z");
    private static final List<String> OWN = List.of("A", "B", "c-1", "Z.z");
    private static final List<String> ADDRESSES = List.of(
            "10.0.0.0/8", "1.2.3.4", "any/0", "192.168.1.7/255.255.0.255", "1.1.1.1,2.2.2.2", "9.9.9.0/24,8.8.8.8/31");
    private static final List<String> MATCHES = List.of(
            "-p tcp --dport 80",
            "-p udp -m udp ! --sport 1024:",
            "-p tcp -m tcp --syn",
            "-p icmp --icmp-type 8",
            "! -p sctp",
            "-p 200 ! -f",
            "-m comment --comment \"it's a \\\"quoted\\\" one\"",
            "-m comment --comment plain -m mark ! --mark 0x5/0xff",
            "-m conntrack ! --ctstate RELATED,ESTABLISHED",
            "-m state --state NEW",
            "-m limit --limit 5/min --limit-burst 7",
            "-p tcp -m multiport --dports 80,443,1000:2000",
            "-m iprange --src-range 10.0.0.1-10.0.0.9",
            "-m addrtype ! --dst-type LOCAL --limit-iface-in",
            "");
    private static final List<String> ENDS = List.of(
            "-j ACCEPT",
            "-j DROP",
            "-j RETURN",
            "-j QUEUE",
            "-j A",
            "-g B",
            "-j LOG --log-prefix \"in \\\\ out\" --log-level 3 --log-uid",
            "-j REJECT --reject-with icmp-host-prohibited",
            "-j MARK --set-mark 0x10",
            "-j CONNMARK --save-mark --nfmask 0xff --ctmask 0xff",
            "");

    private final Random random;

    CommandGenerator(long seed) {
        this.random = new Random(seed);
    }

    /** Chains, then so many commands. */
    List<String> commands(int count) {
        List<String> commands = new ArrayList<>();
        OWN.forEach(chain -> commands.add("iptables -N " + chain));
        while (commands.size() < count) {
            commands.add("iptables " + command());
        }
        return commands;
    }

    private String command() {
        return switch (random.nextInt(16)) {
            case 0 -> "-I " + pick(CHAINS) + " " + (1 + random.nextInt(3)) + rule();
            case 1 -> "-R " + pick(CHAINS) + " " + (1 + random.nextInt(3)) + condition() + " " + pick(ENDS);
            case 2 -> "-D " + pick(CHAINS) + " " + (1 + random.nextInt(3));
            case 3 -> "-F " + pick(CHAINS);
            case 4 -> "-P FORWARD " + pick(List.of("ACCEPT", "DROP", "DROP -c 3 4"));
            case 5 -> "-E " + pick(OWN) + " N" + random.nextInt(3);
            case 6 -> pick(List.of("-Z", "-Z INPUT", "-Z INPUT 1", "-X", "-X Z.z", "-N Z.z", "-F"));
            default -> "-A " + pick(CHAINS) + rule();
        };
    }

    private String rule() {
        String counters = random.nextInt(4) == 0 ? " -c " + random.nextInt(9) + " " + random.nextInt(900) : "";
        String source = random.nextInt(3) == 0 ? " -s " + pick(ADDRESSES) : "";
        String destination = random.nextInt(3) == 0 ? " -d " + pick(ADDRESSES) : "";
        return source + destination + condition() + counters + " " + pick(ENDS);
    }

    private String condition() {
        String device = pick(List.of("", "", " -i eth+", " ! -o lo", " -i +", " ! -o + -i a.5"));
        return device + " " + pick(MATCHES);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
