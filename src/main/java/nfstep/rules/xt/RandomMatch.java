package nfstep.rules.xt;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m statistic --mode random}: matches by chance, which nfstep does not play; never and always are no chance.
 *
 * <p>Source: iptables-extensions(8), "statistic"; kernel {@code net/netfilter/xt_statistic.c}, {@code statistic_mt}.
 *
 * @param probability in parts of 2 to the power of 31
 */
public record RandomMatch(boolean inverted, long probability) implements Match {
    private static final long ONE = 1L << 31;
    private static final int DIGITS = 11;

    public RandomMatch {
        if (probability < 0 || probability > ONE) {
            throw new IllegalArgumentException("probability out of range 0-2^31: " + probability);
        }
    }

    static Outcome<Match> read(Reading reading) {
        if (!reading.has("probability")) {
            reading.refuse("--mode random needs --probability");
        }
        long parts = reading.value("probability", 0L, use -> parts(reading, use));
        boolean inverted = reading.value("probability", false, OptionUse::inverted);
        return reading.made(() -> new RandomMatch(inverted, parts));
    }

    private static long parts(Reading reading, OptionUse use) {
        boolean number = use.word().matches("[0-9]{0,20}(\\.[0-9]{0,40})?(e-?[0-9]{1,2})?")
                && use.word().matches(".*[0-9].*");
        double value = number ? Double.parseDouble(use.word()) : -1;
        if (value < 0 || value > 1) {
            reading.refuse(use, "takes a number from 0 to 1, not " + Quoting.quote(use.word()));
            return 0;
        }
        return Math.round(value * ONE);
    }

    @Override
    public String name() {
        return "statistic";
    }

    /** Asked only about never and always: see {@link #isModelled}. */
    @Override
    public boolean matches(MatchContext context) {
        return (probability == ONE) != inverted;
    }

    @Override
    public boolean isModelled() {
        return probability == 0 || probability == ONE;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), isModelled() ? "no chance" : "chance, which is not modelled");
    }

    @Override
    public String options() {
        return "--mode random " + Parts.option(inverted, "probability", text());
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("statistic mode random", inverted ? "!" : "", "probability " + text());
    }

    private String text() {
        return BigDecimal.valueOf(probability)
                .divide(BigDecimal.valueOf(ONE))
                .setScale(DIGITS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
