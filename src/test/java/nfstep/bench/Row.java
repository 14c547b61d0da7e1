package nfstep.bench;

import java.util.Locale;
import java.util.Optional;

/**
 * One line of the table.
 *
 * @param measure what was measured, with its unit
 * @param budget the most that it may be; none for a figure that only explains another one
 */
record Row(String measure, double got, Optional<Double> budget) {
    private static final String FORMAT = "| %-72s | %9s | %7s | %-4s |";

    /** The two lines above the rows. */
    static final String HEADER =
            String.format(Locale.ROOT, FORMAT, "measure", "got", "budget", "ok") + "\n" + "|---|---|---|---|";

    /** A figure that has a budget. */
    static Row atMost(double budget, String measure, double got) {
        return new Row(measure, got, Optional.of(budget));
    }

    /** A figure to know. */
    static Row info(String measure, double got) {
        return new Row(measure, got, Optional.empty());
    }

    boolean ok() {
        return budget.isEmpty() || got <= budget.get();
    }

    /** {@code measure | got | budget | ok}. */
    String line() {
        String limit = budget.map(Row::number).orElse("-");
        String mark = budget.isEmpty() ? "-" : ok() ? "ok" : "OVER";
        return String.format(Locale.ROOT, FORMAT, measure, number(got), limit, mark);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.2f", value);
    }
}
