package nfstep.rules.xt;

import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.StatefulMatch;
import nfstep.source.Outcome;

/**
 * {@code -m statistic --mode nth}: matches one of so many packets, counting those that come to it.
 *
 * <p>Source: iptables-extensions(8), "statistic"; kernel {@code net/netfilter/xt_statistic.c}, {@code statistic_mt}.
 *
 * @param every how many packets are a round, 1 to 4294967295
 * @param packet which of a round matches, from 0
 */
public record NthMatch(boolean inverted, long every, long packet) implements StatefulMatch {
    /** How the registry lists it, together with {@link RandomMatch}. */
    static final Extension<Match> EXTENSION = Described.of(
            "statistic",
            "Matches one of so many packets, or some by chance.",
            Options.of(
                            OptionSpec.of("mode", "nth or random"),
                            OptionSpec.invertible("probability", "P  from 0 to 1, for random"),
                            OptionSpec.invertible("every", "N  one of so many packets, for nth"),
                            OptionSpec.of("packet", "P  which of them, from 0 to N-1, for nth"))
                    .needsOneOf("mode")
                    .needing("every", "packet")
                    .needing("packet", "every")
                    .excluding("probability", "every")
                    .excluding("probability", "packet"),
            NthMatch::read);

    private static final long MOST = 0xffff_ffffL;

    /** How many packets of the round have come. */
    public record Count(long seen) implements Whole {}

    public NthMatch {
        if (every < 1 || every > MOST || packet < 0 || packet >= every) {
            throw new IllegalArgumentException("not one of a round: packet " + packet + " of " + every);
        }
    }

    private static Outcome<Match> read(Reading reading) {
        String mode = reading.required("mode").word();
        if (mode.equals("random")) {
            return RandomMatch.read(reading);
        }
        if (!mode.equals("nth")) {
            reading.refuse(reading.required("mode"), "takes nth or random, not " + Quoting.quote(mode));
        }
        if (!reading.has("every")) {
            reading.refuse("--mode nth needs --every and --packet");
        }
        long every = reading.value("every", 1L, use -> reading.number(use, 1, MOST));
        long packet = reading.value("packet", 0L, use -> reading.number(use, 0, MOST));
        if (packet >= every) {
            reading.refuse("--packet counts from 0: write a number below --every, which is " + every);
        }
        boolean inverted = reading.value("every", false, OptionUse::inverted);
        return reading.made(() -> new NthMatch(inverted, every, packet));
    }

    @Override
    public String name() {
        return "statistic";
    }

    @Override
    public Memory initial(long now) {
        return new Count(0);
    }

    @Override
    public Answer test(MatchContext context, Memory memory) {
        long seen = ((Count) memory).seen();
        boolean matched = (seen == packet) != inverted;
        return new Answer(matched, new Count((seen + 1) % every), "packet " + seen + " of a round of " + every);
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "a count of earlier packets");
    }

    @Override
    public String options() {
        return "--mode nth " + Parts.option(inverted, "every", Long.toString(every)) + " --packet " + packet;
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                "statistic mode nth", inverted ? "!" : "", "every " + every, packet == 0 ? "" : "packet " + packet);
    }
}
