package nfstep.lab.command;

import nfstep.packet.IcmpHeader;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;

/** ICMP errors as ping prints them: iputils, {@code ping.c}, {@code pr_icmph}; {@code ping6_common.c}. */
final class IcmpErrorText {
    private static final String[] UNREACHABLE = {
        "Destination Net Unreachable",
        "Destination Host Unreachable",
        "Destination Protocol Unreachable",
        "Destination Port Unreachable",
        "Frag needed and DF set",
        "Source Route Failed",
        "Destination Net Unknown",
        "Destination Host Unknown",
        "Source Host Isolated",
        "Destination Net Prohibited",
        "Destination Host Prohibited",
        "Destination Net Unreachable for Type of Service",
        "Destination Host Unreachable for Type of Service",
        "Packet filtered",
        "Precedence Violation",
        "Precedence Cutoff"
    };
    private static final String[] UNREACHABLE_6 = {
        "No route",
        "Administratively prohibited",
        "Beyond scope of source address",
        "Address unreachable",
        "Port unreachable"
    };

    private IcmpErrorText() {}

    static String of(IcmpHeader icmp) {
        return icmp.family() == IpFamily.IPV4 ? ipv4(icmp) : ipv6(icmp);
    }

    private static String ipv4(IcmpHeader icmp) {
        return switch (icmp.type()) {
            case 3 ->
                icmp.code() == 4
                        ? "Frag needed and DF set (mtu = " + icmp.sequence() + ")"
                        : named(UNREACHABLE, icmp.code(), "Dest Unreachable, Bad Code: ");
            case 4 -> "Source Quench";
            case 5 -> redirect(icmp);
            case 11 -> icmp.code() == 0 ? "Time to live exceeded" : "Frag reassembly time exceeded";
            default -> "Parameter problem: pointer = " + (icmp.rest() >>> 24);
        };
    }

    private static String redirect(IcmpHeader icmp) {
        String what =
                switch (icmp.code()) {
                    case 0 -> " Network";
                    case 1 -> " Host";
                    case 2 -> " Type of Service and Network";
                    case 3 -> " Type of Service and Host";
                    default -> ", Bad Code: " + icmp.code();
                };
        return "Redirect" + what + "(New nexthop: " + new Ipv4Address(icmp.rest()) + ")";
    }

    private static String ipv6(IcmpHeader icmp) {
        return switch (icmp.type()) {
            case 1 -> "Destination unreachable: " + named(UNREACHABLE_6, icmp.code(), "Unknown code ");
            case 2 -> "Packet too big: mtu=" + icmp.rest();
            case 3 -> "Time exceeded: " + (icmp.code() == 0 ? "Hop limit" : "Defragmentation failure");
            default -> "Parameter problem: pointer = " + icmp.rest();
        };
    }

    private static String named(String[] names, int code, String otherwise) {
        return code < names.length ? names[code] : otherwise + code;
    }
}
