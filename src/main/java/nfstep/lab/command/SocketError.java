package nfstep.lab.command;

import nfstep.packet.IcmpHeader;
import nfstep.packet.IpFamily;

/** What an ICMP error makes of a connect(2): {@code net/ipv4/icmp.c}, {@code icmp_err_convert}. */
final class SocketError {
    private SocketError() {}

    static String of(IcmpHeader icmp) {
        boolean unreachable = icmp.type() == (icmp.family() == IpFamily.IPV4 ? 3 : 1);
        if (!unreachable || icmp.family() == IpFamily.IPV6) {
            return icmp.family() == IpFamily.IPV6 && unreachable && icmp.code() == 4
                    ? "Connection refused"
                    : "No route to host";
        }
        return switch (icmp.code()) {
            case 0, 6, 9, 11 -> "Network is unreachable";
            case 2 -> "Protocol not available";
            case 3 -> "Connection refused";
            case 4 -> "Message too long";
            case 5 -> "Operation not supported";
            case 7 -> "Host is down";
            case 8 -> "Machine is not on the network";
            default -> "No route to host";
        };
    }
}
