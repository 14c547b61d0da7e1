package nfstep.rules.xt;

import java.util.Locale;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m tos}: compares type of service or traffic class.
 *
 * <p>Source: iptables-extensions(8), "tos"; kernel {@code net/netfilter/xt_dscp.c}, {@code tos_mt}.
 */
public record TosMatch(boolean inverted, TosWord tos) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "tos",
            "Compares type of service or traffic class.",
            Options.of(OptionSpec.invertible("tos", "VALUE[/MASK] or NAME")).needsOneOf("tos"),
            TosMatch::read);

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.required("tos");
        TosWord tos = TosWord.read(reading, use);
        return reading.made(() -> new TosMatch(use.inverted(), tos));
    }

    @Override
    public String name() {
        return "tos";
    }

    @Override
    public boolean matches(MatchContext context) {
        return tos.holds(context.packet().tos()) != inverted;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(
                toSyntax(),
                String.format(Locale.ROOT, "tos 0x%02x", context.packet().tos()));
    }

    @Override
    public String options() {
        return Parts.option(inverted, "tos", tos.text());
    }

    /** The tool prints no blank before a number. */
    @Override
    public String listing(boolean numeric) {
        String name = numeric ? "" : tos.name();
        return "tos match" + (inverted ? "!" : "") + (name.isEmpty() ? tos.text() : " " + name);
    }
}
