package nfstep.rules.xt;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times of the day as {@code -m time} takes and prints them: {@code libxt_time.c}. All are UTC. */
final class Calendar {
    /** Seconds in a day. */
    static final int DAY = 86_400;

    private static final Pattern DATE = Pattern.compile(
            "([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2})(?:T([0-9]{1,2})(?::([0-9]{1,2})(?::([0-9]{1,2}))?)?)?)?)?");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,2}):([0-9]{1,2})(?::([0-9]{1,2}))?");
    private static final int HOUR = 3_600;
    private static final int MINUTE = 60;

    private Calendar() {}

    /** The seconds since 1970 of {@code YYYY[-MM[-DD[Thh[:mm[:ss]]]]]}; a day that a month lacks is in the next one. */
    static OptionalLong date(String word) {
        Matcher m = DATE.matcher(word);
        if (!m.matches()) {
            return OptionalLong.empty();
        }
        int year = part(m, 1, 0);
        int month = part(m, 2, 1);
        int day = part(m, 3, 1);
        int second = second(part(m, 4, 0), part(m, 5, 0), part(m, 6, 0));
        if (year < 1970 || year > 2038 || month > 12 || day > 31 || second < 0) {
            return OptionalLong.empty();
        }
        LocalDate date = LocalDate.of(year, 1, 1).plusMonths(month - 1L).plusDays(day - 1L);
        long seconds = date.toEpochDay() * DAY + second;
        return seconds < 0 ? OptionalLong.empty() : OptionalLong.of(seconds);
    }

    /** The second of the day of {@code hh:mm[:ss]}, -1 if it is none. */
    static int time(String word) {
        Matcher m = TIME.matcher(word);
        return m.matches() ? second(part(m, 1, 0), part(m, 2, 0), part(m, 3, 0)) : -1;
    }

    private static int part(Matcher matcher, int group, int otherwise) {
        return matcher.group(group) == null ? otherwise : Integer.parseInt(matcher.group(group));
    }

    private static int second(int hour, int minute, int second) {
        return hour > 23 || minute > 59 || second > 59 ? -1 : hour * HOUR + minute * MINUTE + second;
    }

    /** {@code 2026-01-01T00:00:00}, or with another sign between date and time. */
    static String text(long seconds, char between) {
        LocalDateTime time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
        return time.toLocalDate().toString() + between + time((int) Math.floorMod(seconds, (long) DAY));
    }

    /** {@code 09:05:00}. */
    static String time(int second) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", second / HOUR, second % HOUR / MINUTE, second % MINUTE);
    }

    /** The day of the week, 1 for Monday to 7. */
    static int weekday(long seconds) {
        return (int) Math.floorMod(Math.floorDiv(seconds, (long) DAY) + 3, 7L) + 1;
    }

    /** The day of the month, from 1. */
    static int monthday(long seconds) {
        return LocalDate.ofEpochDay(Math.floorDiv(seconds, (long) DAY)).getDayOfMonth();
    }
}
