package nfstep.rules.xt;

import java.util.Locale;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m dscp}: compares the upper six bits of type of service or traffic class.
 *
 * <p>Source: iptables-extensions(8), "dscp"; kernel {@code net/netfilter/xt_dscp.c}, {@code dscp_mt}.
 */
public record DscpMatch(boolean inverted, int dscp) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "dscp",
            "Compares the upper six bits of type of service or traffic class.",
            Options.of(
                            OptionSpec.invertible("dscp", "VALUE  0 to 63"),
                            OptionSpec.invertible("dscp-class", "BE, EF, CS0 to CS7 or AF11 to AF43"))
                    .needsOneOf("dscp", "dscp-class")
                    .excluding("dscp", "dscp-class"),
            DscpMatch::read);

    private static final int MOST = 63;

    public DscpMatch {
        if (dscp < 0 || dscp > MOST) {
            throw new IllegalArgumentException("dscp out of range 0-63: " + dscp);
        }
    }

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.setting().options().get(0);
        int dscp = use.option().equals("dscp") ? (int) reading.number(use, 0, MOST) : classOf(reading, use);
        return reading.made(() -> new DscpMatch(use.inverted(), dscp));
    }

    /** Letters behind the class's name are not looked at: {@code class_to_dscp}. */
    static int classOf(Reading reading, OptionUse use) {
        String name = use.word().toUpperCase(Locale.ROOT);
        if (name.matches("CS[0-7].*")) {
            return (name.charAt(2) - '0') << 3;
        }
        if (name.matches("AF[1-4][1-3].*")) {
            return (name.charAt(2) - '0') << 3 | (name.charAt(3) - '0') << 1;
        }
        if (!name.startsWith("BE") && !name.startsWith("EF")) {
            reading.refuse(use, "takes BE, EF, CS0 to CS7 or AF11 to AF43, not " + Quoting.quote(use.word()));
        }
        return name.startsWith("EF") ? 0x2e : 0;
    }

    @Override
    public String name() {
        return "dscp";
    }

    @Override
    public boolean matches(MatchContext context) {
        return (context.packet().tos() >> 2 == dscp) != inverted;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "dscp " + hex(context.packet().tos() >> 2));
    }

    @Override
    public String options() {
        return Parts.option(inverted, "dscp", hex(dscp));
    }

    @Override
    public String listing(boolean numeric) {
        return "DSCP match " + (inverted ? "!" : "") + hex(dscp);
    }

    private static String hex(int value) {
        return String.format(Locale.ROOT, "0x%02x", value);
    }
}
