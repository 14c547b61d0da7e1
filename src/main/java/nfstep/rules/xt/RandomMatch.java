package nfstep.rules.xt;

import nfstep.rules.Chance;
import nfstep.rules.ChanceMatch;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m statistic --mode random}: matches by chance, which is played where a lab says what is drawn; never and always
 * are no chance.
 *
 * <p>Source: iptables-extensions(8), "statistic"; kernel {@code net/netfilter/xt_statistic.c}, {@code statistic_mt}.
 *
 * @param probability that it holds, or does not if inverted
 */
public record RandomMatch(boolean inverted, Chance probability) implements ChanceMatch {
    static Outcome<Match> read(Reading reading) {
        if (!reading.has("probability")) {
            reading.refuse("--mode random needs --probability");
        }
        Chance probability = reading.value("probability", new Chance(0), use -> probability(reading, use));
        boolean inverted = reading.value("probability", false, OptionUse::inverted);
        return reading.made(() -> new RandomMatch(inverted, probability));
    }

    private static Chance probability(Reading reading, OptionUse use) {
        return Chance.parse(use.word()).orElseGet(() -> {
            reading.refuse(use, "takes a number from 0 to 1, not " + Quoting.quote(use.word()));
            return new Chance(0);
        });
    }

    @Override
    public String name() {
        return "statistic";
    }

    /** Asked only about never and always: see {@link #isModelled}. */
    @Override
    public boolean matches(MatchContext context) {
        return (probability.parts() == Chance.ONE) != inverted;
    }

    @Override
    public boolean isModelled() {
        return probability.parts() == 0 || probability.parts() == Chance.ONE;
    }

    @Override
    public boolean holds(Chance drawn) {
        return (drawn.parts() < probability.parts()) != inverted;
    }

    @Override
    public String seen(Chance drawn) {
        boolean below = drawn.parts() < probability.parts();
        return drawn + " was drawn, which is " + (below ? "" : "not ") + "below " + probability;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), isModelled() ? "no chance" : "a chance that the lab did not choose");
    }

    @Override
    public String options() {
        return "--mode random " + Parts.option(inverted, "probability", probability.text());
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("statistic mode random", inverted ? "!" : "", "probability " + probability.text());
    }
}
