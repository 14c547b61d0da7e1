package nfstep.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of a whole namespace, with what they are in a new one: as Linux 6.18 has them. */
final class SysctlTable {
    /** All of them in the order of their names. */
    static final List<SysctlName> GLOBAL = all();

    private static final int INT = Integer.MAX_VALUE;
    /** {@code INT_MAX / HZ}: the longest time that {@code proc_dointvec_jiffies} takes, in seconds. */
    private static final long LONGEST = 8_589_934;

    private SysctlTable() {}

    private static List<SysctlName> all() {
        List<SysctlName> names = new ArrayList<>();
        names.addAll(bridge());
        names.addAll(ipv4());
        names.addAll(ipv6());
        names.addAll(tracking());
        names.addAll(timeouts());
        names.sort((a, b) -> a.name().compareTo(b.name()));
        return List.copyOf(names);
    }

    private static List<SysctlName> bridge() {
        return List.of(
                name(SysctlName.BRIDGE + "call-arptables", 1, Integer.MIN_VALUE, INT),
                name(SysctlName.BRIDGE + "call-ip6tables", 1, Integer.MIN_VALUE, INT),
                name(SysctlName.BRIDGE + "call-iptables", 1, Integer.MIN_VALUE, INT),
                name(SysctlName.BRIDGE + "filter-pppoe-tagged", 0, Integer.MIN_VALUE, INT),
                name(SysctlName.BRIDGE + "filter-vlan-tagged", 0, Integer.MIN_VALUE, INT),
                name(SysctlName.BRIDGE + "pass-vlan-input-dev", 0, Integer.MIN_VALUE, INT));
    }

    private static List<SysctlName> ipv4() {
        return List.of(
                name("net.ipv4.fwmark_reflect", 0, 0, 255),
                name("net.ipv4.icmp_echo_ignore_all", 0, 0, 1),
                name("net.ipv4.icmp_echo_ignore_broadcasts", 1, 0, 1),
                name("net.ipv4.icmp_errors_use_inbound_ifaddr", 0, 0, 1),
                // what it keeps silent about is not logged here, either
                name("net.ipv4.icmp_ignore_bogus_error_responses", 1, 0, 1),
                name("net.ipv4.icmp_msgs_burst", 50, 0, INT),
                name("net.ipv4.icmp_msgs_per_sec", 1000, 0, INT),
                name("net.ipv4.icmp_ratelimit", 1000, 0, INT),
                name("net.ipv4.icmp_ratemask", 6168, Integer.MIN_VALUE, INT),
                name("net.ipv4.ip_default_ttl", 64, 1, 255),
                name("net.ipv4.ip_forward", 0, Integer.MIN_VALUE, INT),
                name("net.ipv4.ip_forward_update_priority", 1, 0, 1),
                name("net.ipv4.ip_forward_use_pmtu", 0, 0, 255),
                name("net.ipv4.ipfrag_time", 30, 0, LONGEST),
                name("net.ipv4.ip_no_pmtu_disc", 0, 0, 255),
                name("net.ipv4.ip_nonlocal_bind", 0, 0, 255),
                // no queue of a lab's listener is ever full
                name("net.ipv4.tcp_syncookies", 1, 0, 1),
                name("net.ipv4.udp_early_demux", 1, 0, 255));
    }

    private static List<SysctlName> ipv6() {
        return List.of(
                name("net.ipv6.icmp.echo_ignore_all", 0, 0, 255),
                name("net.ipv6.icmp.echo_ignore_multicast", 0, 0, 255),
                name("net.ipv6.icmp.ratelimit", 100, 0, INT),
                name("net.ipv6.ip_nonlocal_bind", 0, 0, 255));
    }

    private static List<SysctlName> tracking() {
        SysctlName max = new SysctlName(conntrack("max"), 262_144, 0, INT, false, Optional.empty());
        return List.of(
                name(conntrack("acct"), 0, 0, 1),
                name(conntrack("checksum"), 1, 0, 1),
                name(conntrack("log_invalid"), 0, 0, 255),
                max,
                name(conntrack("tcp_be_liberal"), 0, 0, 1),
                name(conntrack("tcp_ignore_invalid_rst"), 0, 0, 1),
                name(conntrack("tcp_loose"), 1, 0, 1),
                name(conntrack("tcp_max_retrans"), 3, 0, 255));
    }

    private static List<SysctlName> timeouts() {
        return List.of(
                timeout("generic_timeout", 600),
                timeout("gre_timeout", 30),
                timeout("gre_timeout_stream", 180),
                timeout("icmp_timeout", 30),
                timeout("icmpv6_timeout", 30),
                timeout("sctp_timeout_closed", 10),
                timeout("sctp_timeout_cookie_echoed", 3),
                timeout("sctp_timeout_cookie_wait", 3),
                timeout("sctp_timeout_established", 210),
                timeout("sctp_timeout_heartbeat_sent", 30),
                timeout("sctp_timeout_shutdown_ack_sent", 3),
                timeout("sctp_timeout_shutdown_recd", 3),
                timeout("sctp_timeout_shutdown_sent", 3),
                timeout("tcp_timeout_close", 10),
                timeout("tcp_timeout_close_wait", 60),
                timeout("tcp_timeout_established", 432_000),
                timeout("tcp_timeout_fin_wait", 120),
                timeout("tcp_timeout_last_ack", 30),
                timeout("tcp_timeout_max_retrans", 300),
                timeout("tcp_timeout_syn_recv", 60),
                timeout("tcp_timeout_syn_sent", 120),
                timeout("tcp_timeout_time_wait", 120),
                timeout("tcp_timeout_unacknowledged", 300),
                timeout("udp_timeout", 30),
                timeout("udp_timeout_stream", 120));
    }

    private static SysctlName timeout(String word, long seconds) {
        return name(conntrack(word), seconds, 0, LONGEST);
    }

    private static String conntrack(String word) {
        return "net.netfilter.nf_conntrack_" + word;
    }

    private static SysctlName name(String name, long initial, long least, long most) {
        return new SysctlName(name, initial, least, most, true, Optional.empty());
    }
}
