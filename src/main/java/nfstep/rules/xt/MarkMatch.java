package nfstep.rules.xt;

import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m mark}: compares the mark of the packet.
 *
 * <p>Source: iptables-extensions(8), "mark"; kernel {@code net/netfilter/xt_mark.c}, {@code mark_mt}.
 */
public record MarkMatch(boolean inverted, MarkMask mark) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "mark",
            "Compares the mark of the packet.",
            Options.of(OptionSpec.invertible("mark", "VALUE[/MASK]  the bits of the mask are those of the value"))
                    .needsOneOf("mark"),
            MarkMatch::read);

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.required("mark");
        MarkMask mark = MarkMask.read(reading, use);
        return reading.made(() -> new MarkMatch(use.inverted(), mark));
    }

    @Override
    public String name() {
        return "mark";
    }

    @Override
    public boolean matches(MatchContext context) {
        return mark.holds(context.skb().mark()) != inverted;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "mark " + MarkMask.hex(context.skb().mark()));
    }

    @Override
    public String options() {
        return Parts.option(inverted, "mark", mark.text());
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("mark match", inverted ? "!" : "", mark.text());
    }
}
