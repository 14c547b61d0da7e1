package nfstep.rules.xt;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some days of a month or a week, a bit each from bit 1: {@code time_parse_monthdays}, {@code time_parse_weekdays}.
 *
 * @param most the number of the last day, 31 or 7
 */
record Days(int most, int mask) {
    private static final List<String> NAMES = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    /** Every day of a month. */
    static final Days OF_MONTH = all(31);
    /** Every day of a week. */
    static final Days OF_WEEK = all(7);

    private static Days all(int most) {
        return new Days(most, (int) ((2L << most) - 2));
    }

    /** Reads numbers, and for weekdays names, with commas between; {@code !} makes them the other days. */
    static Days read(Reading reading, OptionUse use, Days all) {
        int mask = 0;
        for (String word : use.word().split(",", -1)) {
            mask |= 1 << day(reading, use, all, word);
        }
        return new Days(all.most(), use.inverted() ? all.mask() & ~mask : mask);
    }

    private static int day(Reading reading, OptionUse use, Days all, String word) {
        for (int i = 0; all.most() == NAMES.size() && word.length() >= 2 && i < NAMES.size(); i++) {
            if (NAMES.get(i).startsWith(word.substring(0, 2))) {
                return i + 1;
            }
        }
        OptionalLong number = Numbers.parse(word);
        if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > all.most()) {
            String names = all.most() == NAMES.size() ? ", or " + String.join(", ", NAMES) : "";
            reading.refuse(
                    use,
                    "takes days from 1 to " + all.most() + names + " with commas between, not "
                            + Quoting.quote(use.word()));
        }
        return (int) number.orElse(1) & 31;
    }

    boolean has(int day) {
        return (mask & 1 << day) != 0;
    }

    boolean isAll() {
        return Integer.bitCount(mask) == most;
    }

    /** The days with commas between: names for those of a week. */
    String text() {
        return joined(day -> most == NAMES.size() ? name(day) : Integer.toString(day));
    }

    /**
     * The option of that name with these days, none for all of them. No day at all is written with {@code !}: version
     * 1.8.9 saves it without a word, which it cannot read.
     */
    String option(String name) {
        if (isAll()) {
            return "";
        }
        return mask == 0 ? "! --" + name + " " + all(most).text() : "--" + name + " " + text();
    }

    /** As a listing shows them: {@code 1st,2nd}. */
    String listing() {
        return most == NAMES.size() ? text() : joined(day -> day + ending(day));
    }

    /** The name of a day of the week, from 1. */
    static String name(int day) {
        return NAMES.get(day - 1);
    }

    /** The tool has it so for 11, 12 and 13, too. */
    private static String ending(int day) {
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }

    private String joined(IntFunction<String> word) {
        return IntStream.rangeClosed(1, most).filter(this::has).mapToObj(word).collect(Collectors.joining(","));
    }
}
