package nfstep.rules;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A part of one as {@code xt_statistic} has it.
 *
 * @param parts of 2 to the power of 31, at most all of them
 */
public record Chance(long parts) {
    /** As many parts as there are. */
    public static final long ONE = 1L << 31;

    private static final String WRITTEN = "[0-9]{0,20}(\\.[0-9]{0,40})?(e-?[0-9]{1,2})?";
    private static final int DIGITS = 11;

    public Chance {
        if (parts < 0 || parts > ONE) {
            throw new IllegalArgumentException("not from 0 to 2^31: " + parts);
        }
    }

    /** The part that is nearest to a decimal number from 0 to 1. */
    public static Optional<Chance> parse(String text) {
        boolean number = text.matches(WRITTEN) && text.matches(".*[0-9].*");
        double value = number ? Double.parseDouble(text) : -1;
        return value < 0 || value > 1 ? Optional.empty() : Optional.of(new Chance(Math.round(value * ONE)));
    }

    /** With eleven digits behind the point, as iptables prints it. */
    public String text() {
        return rounded(DIGITS).toPlainString();
    }

    /** The shortest decimal number that means it. */
    @Override
    public String toString() {
        int digits = 0;
        while (digits < DIGITS && !parse(rounded(digits).toPlainString()).equals(Optional.of(this))) {
            digits++;
        }
        return rounded(digits).toPlainString();
    }

    private BigDecimal rounded(int digits) {
        return BigDecimal.valueOf(parts).divide(BigDecimal.valueOf(ONE)).setScale(digits, RoundingMode.HALF_EVEN);
    }
}
