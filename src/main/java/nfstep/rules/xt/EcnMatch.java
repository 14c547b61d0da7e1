package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.packet.TcpFlags;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m ecn}: compares the bits of congestion notification.
 *
 * <p>Source: iptables-extensions(8), "ecn"; kernel {@code net/netfilter/xt_ecn.c}, {@code ecn_mt4}.
 *
 * @param echo whether ECE must be set in the TCP header, null where it does not matter
 * @param reduced the same of CWR
 * @param codepoint of the IP header, null where it does not matter
 */
public record EcnMatch(
        @Nullable Boolean echo,
        @Nullable Boolean reduced,
        @Nullable NumberRange codepoint) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "ecn",
            "Compares the bits of congestion notification.",
            Options.of(
                            new OptionSpec("ecn-tcp-cwr", 0, true, "CWR of the TCP header is set"),
                            new OptionSpec("ecn-tcp-ece", 0, true, "ECE of the TCP header is set"),
                            OptionSpec.invertible("ecn-ip-ect", "0 to 3  the codepoint of the IP header"))
                    .needsOneOf("ecn-tcp-cwr", "ecn-tcp-ece", "ecn-ip-ect"),
            EcnMatch::read);

    private static final int HEADER = 20;
    private static final int CODEPOINT = 3;

    private static Outcome<Match> read(Reading reading) {
        Boolean echo = bit(reading, "ecn-tcp-ece");
        Boolean reduced = bit(reading, "ecn-tcp-cwr");
        NumberRange codepoint = reading.use("ecn-ip-ect")
                .map(use -> codepoint(use.inverted(), reading.number(use, 0, CODEPOINT)))
                .orElse(null);
        return reading.made(() -> new EcnMatch(echo, reduced, codepoint));
    }

    private static NumberRange codepoint(boolean inverted, long number) {
        return new NumberRange(inverted, number, number);
    }

    private static @Nullable Boolean bit(Reading reading, String option) {
        reading.use(option).ifPresent(use -> Layer4.requireFor(reading, Protocols.TCP, "--" + option));
        return reading.use(option).map(use -> !use.inverted()).orElse(null);
    }

    @Override
    public String name() {
        return "ecn";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        return (codepoint == null || codepoint.holds(packet.tos() & CODEPOINT)) && holdsTcp(packet);
    }

    private boolean holdsTcp(Packet packet) {
        if (echo == null && reduced == null) {
            return true;
        }
        return Layer4.follow(packet, HEADER)
                && holds(echo, packet, TcpFlags.ECE)
                && holds(reduced, packet, TcpFlags.CWR);
    }

    private static boolean holds(@Nullable Boolean wanted, Packet packet, int flag) {
        return wanted == null || ((packet.u8(packet.headerLength() + 13) & flag) != 0) == wanted;
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        String seen = "codepoint " + (packet.tos() & CODEPOINT);
        if (echo == null && reduced == null) {
            return new Evidence(toSyntax(), seen);
        }
        String flags = Layer4.follow(packet, HEADER)
                ? "flags " + new TcpFlags(packet.u8(packet.headerLength() + 13))
                : Layer4.missing(packet, HEADER, "TCP");
        return new Evidence(toSyntax(), codepoint == null ? flags : seen + ", " + flags);
    }

    @Override
    public String options() {
        return Parts.join(
                echo == null ? "" : Parts.option(!echo, "ecn-tcp-ece", ""),
                reduced == null ? "" : Parts.option(!reduced, "ecn-tcp-cwr", ""),
                codepoint == null ? "" : Parts.option(codepoint.inverted(), "ecn-ip-ect", codepoint.text()));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                "ECN match",
                echo == null ? "" : (echo ? "ECE" : "!ECE"),
                reduced == null ? "" : (reduced ? "CWR" : "!CWR"),
                codepoint == null ? "" : (codepoint.inverted() ? "!" : "") + "ECT=" + codepoint.text());
    }
}
