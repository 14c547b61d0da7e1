package nfstep.rules.xt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A rate as {@code --limit} takes and prints it: {@code libxt_limit.c}, {@code parse_rate} and {@code print_rate}. */
final class LimitRate {
    /** Three an hour, in ten thousandths of a second. */
    static final int USUAL = 12_000_000;

    private static final int SCALE = 10_000;

    private record Unit(String name, String printed, int seconds) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("day", "day", 86_400),
            new Unit("hour", "hour", 3_600),
            new Unit("minute", "min", 60),
            new Unit("second", "sec", 1));

    private LimitRate() {}

    /** Reads {@code 10}, {@code 10/s}, {@code 3/min}; the beginning of a unit is enough. */
    static int read(Reading reading, OptionUse use) {
        String word = use.word();
        int slash = word.indexOf('/');
        int seconds = slash < 0 ? 1 : seconds(word.substring(slash + 1).toLowerCase(Locale.ROOT));
        int count = (int) leadingNumber(word.strip());
        if (seconds == 0 || count == 0) {
            reading.refuse(
                    use, "takes a number above 0, then /second, /minute, /hour or /day, not " + Quoting.quote(word));
            return USUAL;
        }
        int average = Integer.divideUnsigned(SCALE * seconds, count);
        if (average == 0) {
            reading.refuse(use, "is at most 10000/second, not " + Quoting.quote(word));
        }
        return Math.max(average, 1);
    }

    private static int seconds(String beginning) {
        if (beginning.isEmpty()) {
            return 0;
        }
        return UNITS.stream()
                .filter(unit -> unit.name().startsWith(beginning))
                .map(Unit::seconds)
                .findFirst()
                .orElse(0);
    }

    /** The printed form of the unit that a word is the beginning of. */
    static Optional<String> unit(String beginning) {
        return UNITS.stream()
                .filter(unit -> !beginning.isEmpty() && unit.name().startsWith(beginning))
                .map(Unit::printed)
                .findFirst();
    }

    /** What atoi(3) makes of a word: as many digits as there are. */
    private static long leadingNumber(String word) {
        int from = word.startsWith("-") || word.startsWith("+") ? 1 : 0;
        long number = 0;
        for (int i = from; i < word.length() && Character.isDigit(word.charAt(i)); i++) {
            number = Math.min(10 * number + Character.digit(word.charAt(i), 10), Long.MAX_VALUE / 16);
        }
        return word.startsWith("-") ? -number : number;
    }

    /** The rate in the largest unit that keeps it nearly exact. */
    static String text(int average) {
        int fitting = 0;
        while (fitting + 1 < UNITS.size()
                && fits(average, SCALE * UNITS.get(fitting + 1).seconds())) {
            fitting++;
        }
        Unit unit = UNITS.get(fitting);
        return Integer.toUnsignedString(Integer.divideUnsigned(SCALE * unit.seconds(), average)) + "/" + unit.printed();
    }

    private static boolean fits(int average, int unit) {
        return Integer.compareUnsigned(average, unit) <= 0
                && Integer.compareUnsigned(
                                Integer.divideUnsigned(unit, average), Integer.remainderUnsigned(unit, average))
                        >= 0;
    }
}
