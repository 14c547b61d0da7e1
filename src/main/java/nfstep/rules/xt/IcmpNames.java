package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import nfstep.packet.IpFamily;

/** The names that iptables and ip6tables have for ICMP types, each in front of its synonyms. */
final class IcmpNames {
    private static final List<IcmpType.Named> IPV4 = read("any 255 echo-reply 0 pong 0 destination-unreachable 3 "
            + "network-unreachable 3/0 host-unreachable 3/1 protocol-unreachable 3/2 port-unreachable 3/3 "
            + "fragmentation-needed 3/4 source-route-failed 3/5 network-unknown 3/6 host-unknown 3/7 "
            + "network-prohibited 3/9 host-prohibited 3/10 TOS-network-unreachable 3/11 TOS-host-unreachable 3/12 "
            + "communication-prohibited 3/13 host-precedence-violation 3/14 precedence-cutoff 3/15 source-quench 4 "
            + "redirect 5 network-redirect 5/0 host-redirect 5/1 TOS-network-redirect 5/2 TOS-host-redirect 5/3 "
            + "echo-request 8 ping 8 router-advertisement 9 router-solicitation 10 time-exceeded 11 ttl-exceeded 11 "
            + "ttl-zero-during-transit 11/0 ttl-zero-during-reassembly 11/1 parameter-problem 12 ip-header-bad 12/0 "
            + "required-option-missing 12/1 timestamp-request 13 timestamp-reply 14 address-mask-request 17 "
            + "address-mask-reply 18");
    private static final List<IcmpType.Named> IPV6 = read("destination-unreachable 1 no-route 1/0 "
            + "communication-prohibited 1/1 beyond-scope 1/2 address-unreachable 1/3 port-unreachable 1/4 "
            + "failed-policy 1/5 reject-route 1/6 packet-too-big 2 time-exceeded 3 ttl-exceeded 3 "
            + "ttl-zero-during-transit 3/0 ttl-zero-during-reassembly 3/1 parameter-problem 4 bad-header 4/0 "
            + "unknown-header-type 4/1 unknown-option 4/2 echo-request 128 ping 128 echo-reply 129 pong 129 "
            + "mld-listener-query 130 mld-listener-report 131 mld-listener-done 132 mld-listener-reduction 132 "
            + "router-solicitation 133 router-advertisement 134 neighbour-solicitation 135 neighbor-solicitation 135 "
            + "neighbour-advertisement 136 neighbor-advertisement 136 redirect 137");

    private IcmpNames() {}

    /** All names of that family. */
    static List<IcmpType.Named> of(IpFamily family) {
        return family == IpFamily.IPV4 ? IPV4 : IPV6;
    }

    /** The first name of a type with exactly those codes; empty if it has none. */
    static String name(IpFamily family, IcmpType type) {
        return of(family).stream()
                .filter(named -> named.type().equals(type))
                .map(IcmpType.Named::name)
                .findFirst()
                .orElse("");
    }

    /** The name that was probably meant, as the end of a sentence. */
    static String hint(IpFamily family, String word) {
        List<String> names = of(family).stream().map(IcmpType.Named::name).toList();
        return Quoting.hint(word, names);
    }

    private static List<IcmpType.Named> read(String table) {
        List<IcmpType.Named> names = new ArrayList<>();
        String[] words = table.split(" ", -1);
        for (int i = 0; i < words.length; i += 2) {
            String[] numbers = words[i + 1].split("/", -1);
            int type = Integer.parseInt(numbers[0]);
            int code = numbers.length == 1 ? -1 : Integer.parseInt(numbers[1]);
            names.add(new IcmpType.Named(
                    words[i], code < 0 ? new IcmpType(type, 0, 255) : new IcmpType(type, code, code)));
        }
        return List.copyOf(names);
    }
}
