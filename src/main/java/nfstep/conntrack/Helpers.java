package nfstep.conntrack;

import java.util.List;
import java.util.Optional;
import nfstep.packet.Protocols;

/** The helpers of Linux 6.18 and the protocols that they are for: {@code nf_conntrack_helper.c}. */
public final class Helpers {
    private record Known(String name, int protocol) {}

    private static final List<Known> KNOWN = List.of(
            new Known("ftp", Protocols.TCP),
            new Known("tftp", Protocols.UDP),
            new Known("irc", Protocols.TCP),
            new Known("sip", Protocols.TCP),
            new Known("sip", Protocols.UDP),
            new Known("amanda", Protocols.UDP),
            new Known("netbios-ns", Protocols.UDP),
            new Known("snmp", Protocols.UDP),
            new Known("pptp", Protocols.TCP),
            new Known("sane", Protocols.TCP),
            new Known("Q.931", Protocols.TCP),
            new Known("H.245", Protocols.UDP),
            new Known("RAS", Protocols.UDP));

    private Helpers() {}

    /** Whether the kernel has a helper of that name for that protocol. */
    public static boolean isKnown(String name, int protocol) {
        return KNOWN.contains(new Known(name, protocol));
    }

    /** The names of all of them for that protocol. */
    public static List<String> names(int protocol) {
        return KNOWN.stream()
                .filter(k -> k.protocol() == protocol)
                .map(Known::name)
                .toList();
    }

    /** Whether what the helper does is modelled. */
    public static boolean isModelled(String name) {
        return helper(name).isPresent();
    }

    /** What the connection's helper makes of a packet: {@code nf_confirm}. */
    public static HelpOutcome help(HelpInput input) {
        return helper(input.connection().assistance().helper())
                .map(helper -> helper.help(input))
                .orElseGet(() -> new HelpOutcome.Passed(input.connection()));
    }

    private static Optional<ApplicationGateway> helper(String name) {
        return switch (name) {
            case "ftp" -> Optional.of(new FtpGateway());
            case "tftp" -> Optional.of(new TftpGateway());
            default -> Optional.empty();
        };
    }
}
