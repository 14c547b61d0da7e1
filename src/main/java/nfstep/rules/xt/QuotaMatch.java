package nfstep.rules.xt;

import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.StatefulMatch;
import nfstep.source.Outcome;

/**
 * {@code -m quota}: matches until so many bytes have passed. The packet for which the rest is too small ends it: what was
 * left is forfeited.
 *
 * <p>Source: iptables-extensions(8), "quota"; kernel {@code net/netfilter/xt_quota.c}, {@code quota_mt}.
 *
 * @param bytes 64 bits without sign
 */
public record QuotaMatch(boolean inverted, long bytes) implements StatefulMatch {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "quota",
            "Matches until so many bytes have passed.",
            Options.of(OptionSpec.invertible("quota", "BYTES  64 bits")).needsOneOf("quota"),
            QuotaMatch::read);

    /** How many bytes may still pass, 64 bits without sign. */
    public record Rest(long bytes) implements Whole {}

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.required("quota");
        long bytes = Numbers.parseUnsigned(use.word()).orElse(0);
        if (Numbers.parseUnsigned(use.word()).isEmpty()) {
            reading.refuse(use, "takes a number of up to 64 bits, not " + Quoting.quote(use.word()));
        }
        return reading.made(() -> new QuotaMatch(use.inverted(), bytes));
    }

    @Override
    public String name() {
        return "quota";
    }

    @Override
    public Memory initial(long now) {
        return new Rest(bytes);
    }

    @Override
    public Answer test(MatchContext context, Memory memory) {
        long rest = ((Rest) memory).bytes();
        int length = context.packet().length();
        boolean fits = Long.compareUnsigned(rest, length) >= 0;
        String seen = Long.toUnsignedString(rest) + " bytes were left, the packet has " + length;
        return new Answer(fits != inverted, new Rest(fits ? rest - length : 0), seen);
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "what earlier packets left");
    }

    @Override
    public String options() {
        return Parts.option(inverted, "quota", Long.toUnsignedString(bytes));
    }

    /** The tool does not say whether it is inverted. */
    @Override
    public String listing(boolean numeric) {
        return "quota: " + Long.toUnsignedString(bytes) + " bytes";
    }
}
