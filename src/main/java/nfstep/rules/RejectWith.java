package nfstep.rules;

import java.util.Optional;
import nfstep.packet.IpFamily;

/** The answers of REJECT: iptables-extensions(8), {@code ipt_REJECT.c}, {@code ip6t_REJECT.c}. */
public enum RejectWith {
    ICMP_NET_UNREACHABLE(IpFamily.IPV4, "icmp-net-unreachable", 3, 0),
    ICMP_HOST_UNREACHABLE(IpFamily.IPV4, "icmp-host-unreachable", 3, 1),
    ICMP_PROTO_UNREACHABLE(IpFamily.IPV4, "icmp-proto-unreachable", 3, 2),
    ICMP_PORT_UNREACHABLE(IpFamily.IPV4, "icmp-port-unreachable", 3, 3),
    ICMP_NET_PROHIBITED(IpFamily.IPV4, "icmp-net-prohibited", 3, 9),
    ICMP_HOST_PROHIBITED(IpFamily.IPV4, "icmp-host-prohibited", 3, 10),
    ICMP_ADMIN_PROHIBITED(IpFamily.IPV4, "icmp-admin-prohibited", 3, 13),
    TCP_RESET(IpFamily.IPV4, "tcp-reset", -1, -1),
    ICMP6_NO_ROUTE(IpFamily.IPV6, "icmp6-no-route", 1, 0),
    ICMP6_ADM_PROHIBITED(IpFamily.IPV6, "icmp6-adm-prohibited", 1, 1),
    ICMP6_ADDR_UNREACHABLE(IpFamily.IPV6, "icmp6-addr-unreachable", 1, 3),
    ICMP6_PORT_UNREACHABLE(IpFamily.IPV6, "icmp6-port-unreachable", 1, 4),
    ICMP6_POLICY_FAIL(IpFamily.IPV6, "icmp6-policy-fail", 1, 5),
    ICMP6_REJECT_ROUTE(IpFamily.IPV6, "icmp6-reject-route", 1, 6),
    TCP_RESET6(IpFamily.IPV6, "tcp-reset", -1, -1);

    private final IpFamily family;
    private final String word;
    private final int type;
    private final int code;

    RejectWith(IpFamily family, String word, int type, int code) {
        this.family = family;
        this.word = word;
        this.type = type;
        this.code = code;
    }

    /** The family whose REJECT knows this answer. */
    public IpFamily family() {
        return family;
    }

    /** The word behind {@code --reject-with}. */
    public String word() {
        return word;
    }

    /** Whether the answer is a TCP RST and not an ICMP error. */
    public boolean isReset() {
        return type < 0;
    }

    /** The ICMP type; -1 for a RST. */
    public int type() {
        return type;
    }

    /** The ICMP code; -1 for a RST. */
    public int code() {
        return code;
    }

    /** The answer of that name in that family, if there is one. */
    public static Optional<RejectWith> of(IpFamily family, String word) {
        return java.util.Arrays.stream(values())
                .filter(r -> r.family == family && r.word.equals(word))
                .findFirst();
    }
}
