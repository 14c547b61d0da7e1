package nfstep.lab.fuzz;

import java.util.ArrayList;
import java.util.List;

/** What is changed while packets flow, beside the rules; and the settings that a walk begins with. */
final class Changes {
    private static final String TRACKING = "sysctl -w net.netfilter.nf_conntrack_";

    private final Draw draw;
    private final Topology topology;

    Changes(Draw draw, Topology topology) {
        this.draw = draw;
        this.topology = topology;
    }

    /** The settings at the beginning. */
    List<String> settings() {
        List<String> commands = new ArrayList<>(List.of("sysctl -w net.ipv4.icmp_ratemask=0"));
        for (int i = draw.between(0, 3); i > 0; i--) {
            commands.add(setting());
        }
        return commands;
    }

    private String setting() {
        return switch (draw.between(0, 9)) {
            case 8 -> "sysctl -w net.bridge.bridge-nf-call-iptables=" + draw.of(0, 1, 1);
            case 9 ->
                "sysctl -w net.ipv4."
                        + draw.of(
                                "icmp_echo_ignore_all=1",
                                "icmp_echo_ignore_broadcasts=0",
                                "icmp_errors_use_inbound_ifaddr=1",
                                "ip_default_ttl=77",
                                "ip_forward_update_priority=0",
                                "fwmark_reflect=1",
                                "ip_forward=0",
                                "ip_forward=1",
                                "ip_forward=1");
            case 0 -> TRACKING + "tcp_loose=" + draw.of(0, 1);
            case 1 -> TRACKING + "tcp_be_liberal=" + draw.of(0, 1);
            case 2 -> TRACKING + draw.of("acct=", "checksum=") + draw.of(0, 1);
            case 3 -> TRACKING + "tcp_max_retrans=" + draw.of(0, 1, 3);
            case 4 -> TRACKING + "tcp_ignore_invalid_rst=" + draw.of(0, 1);
            case 5 -> "sysctl -w net.ipv4.conf." + draw.one(topology.devices()) + ".rp_filter=" + draw.of(0, 1, 2);
            case 6 ->
                TRACKING + draw.of("udp", "icmp", "generic", "tcp") + "_timeout"
                        + draw.of("", "_stream", "_established", "_syn_sent") + "=" + draw.of(40, 100, 500);
            default ->
                "sysctl -w net.ipv4.conf." + draw.one(topology.devices()) + "."
                        + draw.of("accept_local", "route_localnet", "forwarding", "src_valid_mark") + "="
                        + draw.of(0, 1);
        };
    }

    /** One change. */
    String next() {
        return switch (draw.between(0, 9)) {
            case 0 -> "conntrack -F";
            case 1, 2 -> "conntrack -D -p " + draw.of("tcp", "udp", "icmp");
            case 3 -> "conntrack -D -s " + draw.one(topology.siteAddresses());
            case 4 -> "conntrack -D --reply-dst " + draw.one(topology.hostAddresses());
            case 5 ->
                "ip addr " + draw.of("add ", "add ", "del ")
                        + draw.one(topology.sites()).hostAddress() + "50/24 dev " + draw.one(topology.devices());
            case 6 -> "conntrack -U -p " + draw.of("tcp", "udp", "icmp") + " --mark " + draw.of(0, 1, 2);
            default -> setting();
        };
    }
}
