package nfstep.rules.xt;

import java.util.List;
import java.util.OptionalLong;

/** The levels of the kernel's log: syslog(3). */
final class LogLevel {
    /** What LOG uses when it is told nothing. */
    static final int WARNING = 4;

    /** As a listing prints them, by number. */
    private static final List<String> LISTED =
            List.of("emerg", "alert", "crit", "err", "warn", "notice", "info", "debug");
    /** As {@code --log-level} takes them, by number; {@code panic} stands for the first one too. */
    private static final List<String> TAKEN =
            List.of("emerg", "alert", "crit", "error", "warning", "notice", "info", "debug");

    private LogLevel() {}

    /** Reads a number or a word: {@code xtopt_parse_sysloglevel}. */
    static int read(Reading reading, OptionUse use) {
        OptionalLong number = Numbers.parse(use.word());
        if (number.isPresent() && number.getAsLong() < TAKEN.size()) {
            return (int) number.getAsLong();
        }
        int level = use.word().equals("panic") ? 0 : TAKEN.indexOf(use.word());
        if (level < 0) {
            reading.refuse(
                    use,
                    "takes " + String.join(", ", TAKEN) + " or a number from 0 to 7, not " + Quoting.quote(use.word())
                            + Quoting.hint(use.word(), TAKEN));
        }
        return Math.max(level, 0);
    }

    /** The word that a listing prints. */
    static String listed(int level) {
        return LISTED.get(level);
    }
}
