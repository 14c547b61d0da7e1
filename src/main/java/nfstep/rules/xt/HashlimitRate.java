package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;

/**
 * The rate of {@code -m hashlimit}: {@code libxt_hashlimit.c}, {@code parse_rate} and {@code parse_bytes}.
 *
 * @param average 64 bits without sign: millionths of a second between two packets, or what 16 bytes cost
 * @param bytes whether bytes are counted, else packets
 * @param seconds the unit of the rate; 15 for bytes
 */
record HashlimitRate(long average, boolean bytes, int seconds) {
    private static final long SCALE = 1_000_000L;
    private static final int BYTE_SHIFT = 4;
    private static final long KIBI = 1 << 10;
    private static final long MEBI = 1 << 20;
    private static final long ALL_COST = 0xffff_ffffL;
    /** How long an idle entry of a rate in bytes is kept, in seconds. */
    static final int BYTE_SECONDS = 15;

    private record Unit(String name, String printed, int seconds) {}

    private static final List<Unit> UNITS = List.of(
            new Unit("second", "sec", 1),
            new Unit("minute", "min", 60),
            new Unit("hour", "hour", 3_600),
            new Unit("day", "day", 86_400));

    /** Reads {@code N[/UNIT]} or {@code N[k|m]b/s}. */
    static HashlimitRate read(Reading reading, OptionUse use) {
        String word = use.word();
        long number = leadingNumber(word);
        int at = word.indexOf("b/s");
        if (at > 0 && number != 0) {
            return ofBytes(reading, use, number * factor(word.charAt(at - 1)));
        }
        Optional<Unit> unit = unit(word);
        if (unit.isEmpty() || number == 0) {
            reading.refuse(
                    use,
                    "takes a number above 0, then /second, /minute, /hour or /day, or kb/s or mb/s, not "
                            + Quoting.quote(word));
            return new HashlimitRate(SCALE, false, 1);
        }
        int seconds = unit.get().seconds();
        long average = Long.divideUnsigned(SCALE * seconds, number);
        if (average == 0) {
            reading.refuse(use, "is at most 1000000/second, not " + Quoting.quote(word));
        }
        return new HashlimitRate(average, false, seconds);
    }

    private static HashlimitRate ofBytes(Reading reading, OptionUse use, long bytes) {
        long average = cost(bytes);
        if (average == 0) {
            reading.refuse(use, "is too high: " + Quoting.quote(use.word()));
        }
        return new HashlimitRate(average, true, BYTE_SECONDS);
    }

    private static Optional<Unit> unit(String word) {
        int slash = word.indexOf('/');
        if (slash < 0) {
            return Optional.of(UNITS.get(0));
        }
        String beginning = word.substring(slash + 1);
        return UNITS.stream()
                .filter(unit -> !beginning.isEmpty()
                        && unit.name().regionMatches(true, 0, beginning, 0, beginning.length())
                        && beginning.length() <= unit.name().length())
                .findFirst();
    }

    /** What atoll(3) makes of a word: as many digits as there are. */
    private static long leadingNumber(String word) {
        String text = word.strip();
        int end = 0;
        while (end < text.length() && end < 18 && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Long.parseLong(text.substring(0, end));
    }

    /** {@code get_factor}. */
    static long factor(char unit) {
        return unit == 'k' ? KIBI : unit == 'm' ? MEBI : 1;
    }

    /** {@code bytes_to_cost}: the bytes are rounded to sixteenths, in 32 bits. */
    private static long cost(long bytes) {
        int sixteenths = (int) (bytes >>> BYTE_SHIFT);
        int parts = sixteenths + 1;
        return parts == 0 ? ALL_COST : Integer.toUnsignedLong(Integer.divideUnsigned(-1, parts));
    }

    /** {@code cost_to_bytes}: the bytes a second that the kernel keeps to. */
    long bytesPerSecond() {
        long sixteenths = average == 0 ? ALL_COST : Long.divideUnsigned(ALL_COST, average);
        return (sixteenths - 1) << BYTE_SHIFT;
    }

    /** {@code print_rate}: a time between two packets as a rate in the smallest unit that keeps it nearly exact. */
    static String text(long period) {
        Unit unit = unitFor(period);
        return Long.toUnsignedString(Long.divideUnsigned(SCALE * unit.seconds(), period)) + "/" + unit.printed();
    }

    /** The unit that a time between two packets is printed in, in seconds. */
    static int unit(long period) {
        return unitFor(period).seconds();
    }

    private static Unit unitFor(long period) {
        int fitting = UNITS.size() - 1;
        while (fitting > 0 && fits(period, UNITS.get(fitting - 1))) {
            fitting--;
        }
        return UNITS.get(fitting);
    }

    /** {@code print_bytes}: bytes a second, in mebibytes or kibibytes where that is exact; fewer than 16 are printed as 1. */
    String bytesText() {
        long rate = Math.max(bytesPerSecond(), 1);
        if (rate >= MEBI && cost(rate & -MEBI) == average) {
            return rate / MEBI + "mb/s";
        }
        return rate >= KIBI && cost(rate & -KIBI) == average ? rate / KIBI + "kb/s" : rate + "b/s";
    }

    /** How much a burst of that many refills is, in the largest unit of which it is more than one. */
    String burstText(long refills) {
        long bytes = bytesPerSecond() * refills;
        return bytes >= MEBI ? bytes / MEBI + "mb" : bytes >= KIBI ? bytes / KIBI + "kb" : bytes + "b";
    }

    private static boolean fits(long period, Unit unit) {
        long whole = SCALE * unit.seconds();
        return Long.compareUnsigned(period, whole) <= 0
                && Long.compareUnsigned(Long.divideUnsigned(whole, period), Long.remainderUnsigned(whole, period)) >= 0;
    }
}
