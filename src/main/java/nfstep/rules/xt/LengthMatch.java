package nfstep.rules.xt;

import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m length}: compares the length of the whole IP packet in bytes.
 *
 * <p>Source: iptables-extensions(8), "length"; kernel {@code net/netfilter/xt_length.c}, {@code length_mt}.
 */
public record LengthMatch(NumberRange length) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "length",
            "Compares the length of the whole packet.",
            Options.of(OptionSpec.invertible("length", "BYTES[:BYTES]  IP header and all behind it"))
                    .needsOneOf("length"),
            LengthMatch::read);

    private static Outcome<Match> read(Reading reading) {
        NumberRange length = NumberRange.read(reading, reading.required("length"), 0xffff);
        return reading.made(() -> new LengthMatch(length));
    }

    @Override
    public String name() {
        return "length";
    }

    @Override
    public boolean matches(MatchContext context) {
        return length.holds(context.packet().length());
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "length " + context.packet().length());
    }

    @Override
    public String options() {
        return Parts.option(length.inverted(), "length", length.text());
    }

    @Override
    public String listing(boolean numeric) {
        return "length " + (length.inverted() ? "!" : "") + length.text();
    }
}
