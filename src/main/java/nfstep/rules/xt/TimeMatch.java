package nfstep.rules.xt;

import java.util.Optional;
import java.util.OptionalLong;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m time}: compares the date and the time of the day. The date is the virtual one of the lab; the kernel's time
 * zone, which only {@code --kerneltz} asks for, is UTC.
 *
 * <p>Source: iptables-extensions(8), "time"; kernel {@code net/netfilter/xt_time.c}, {@code time_mt}.
 *
 * @param contiguous whether the hours behind midnight belong to the day before
 */
public record TimeMatch(Dates dates, Hours hours, Days monthdays, Days weekdays, boolean zone, boolean contiguous)
        implements Match {
    /** From the first second to the last, since 1970, both included; 32 bits without sign. */
    record Dates(long start, long stop) {}

    /** From the first second of the day to the last, both included; over midnight where the first is not before the last. */
    record Hours(int start, int stop) {
        boolean holds(int second) {
            return start < stop ? second >= start && second <= stop : second >= start || second <= stop;
        }
    }

    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "time",
            "Compares the date and the time of the day.",
            Options.of(
                            OptionSpec.of("datestart", "YYYY[-MM[-DD[Thh[:mm[:ss]]]]]"),
                            OptionSpec.of("datestop", "YYYY[-MM[-DD[Thh[:mm[:ss]]]]]"),
                            OptionSpec.of("timestart", "hh:mm[:ss]"),
                            OptionSpec.of("timestop", "hh:mm[:ss]"),
                            OptionSpec.flag("contiguous", "hours behind midnight belong to the day before"),
                            OptionSpec.invertible("weekdays", "DAY[,DAY...]  Mon to Sun, or 1 to 7"),
                            OptionSpec.invertible("monthdays", "DAY[,DAY...]  1 to 31"),
                            OptionSpec.flag("localtz", "the old name of --kerneltz"),
                            OptionSpec.flag("utc", "times are UTC, as they are anyway"),
                            OptionSpec.flag("kerneltz", "times are of the kernel's time zone"))
                    .excluding("localtz", "utc")
                    .excluding("kerneltz", "utc"),
            TimeMatch::read);

    private static final long LATEST = Integer.MAX_VALUE;
    private static final int LAST_SECOND = Calendar.DAY - 1;

    private static Outcome<Match> read(Reading reading) {
        Dates dates = new Dates(
                reading.value("datestart", 0L, use -> date(reading, use)),
                reading.value("datestop", LATEST, use -> date(reading, use)));
        Hours hours = new Hours(
                reading.value("timestart", 0, use -> time(reading, use)),
                reading.value("timestop", LAST_SECOND, use -> time(reading, use)));
        boolean contiguous = reading.has("contiguous");
        if (contiguous && hours.start() < hours.stop()) {
            reading.refuse("--contiguous only makes sense where --timestop is before --timestart");
        }
        Days monthdays = reading.value("monthdays", Days.OF_MONTH, use -> Days.read(reading, use, Days.OF_MONTH));
        Days weekdays = reading.value("weekdays", Days.OF_WEEK, use -> Days.read(reading, use, Days.OF_WEEK));
        boolean zone = reading.has("localtz") || reading.has("kerneltz");
        return reading.made(() -> new TimeMatch(dates, hours, monthdays, weekdays, zone, contiguous));
    }

    private static long date(Reading reading, OptionUse use) {
        OptionalLong date = Calendar.date(use.word());
        if (date.isEmpty()) {
            reading.refuse(
                    use, "takes YYYY[-MM[-DD[Thh[:mm[:ss]]]]] from 1970 to 2038, not " + Quoting.quote(use.word()));
        }
        return date.orElse(0);
    }

    private static int time(Reading reading, OptionUse use) {
        int time = Calendar.time(use.word());
        if (time < 0) {
            reading.refuse(use, "takes hh:mm[:ss] from 00:00 to 23:59:59, not " + Quoting.quote(use.word()));
        }
        return Math.max(time, 0);
    }

    @Override
    public String name() {
        return "time";
    }

    @Override
    public boolean matches(MatchContext context) {
        long date = context.date();
        int second = (int) Math.floorMod(date, (long) Calendar.DAY);
        if (date < dates.start() || date > dates.stop() || !hours.holds(second)) {
            return false;
        }
        boolean before = contiguous && second <= hours.stop();
        long day = before ? date - Calendar.DAY : date;
        return weekdays.has(Calendar.weekday(day)) && (monthdays.isAll() || monthdays.has(Calendar.monthday(day)));
    }

    @Override
    public Evidence explain(MatchContext context) {
        long date = context.date();
        return new Evidence(
                toSyntax(), "it is " + Days.name(Calendar.weekday(date)) + " " + Calendar.text(date, ' ') + " UTC");
    }

    private Optional<Hours> limited() {
        return hours.start() == 0 && hours.stop() == LAST_SECOND ? Optional.empty() : Optional.of(hours);
    }

    /** The tool always prints the last date. */
    @Override
    public String options() {
        return Parts.join(
                limited()
                        .map(h -> "--timestart " + Calendar.time(h.start()) + " --timestop " + Calendar.time(h.stop()))
                        .orElse(""),
                monthdays.option("monthdays"),
                weekdays.option("weekdays"),
                dates.start() == 0 ? "" : "--datestart " + Calendar.text(dates.start(), 'T'),
                dates.stop() == 0 ? "" : "--datestop " + Calendar.text(dates.stop(), 'T'),
                zone ? "--kerneltz" : "",
                contiguous ? "--contiguous" : "");
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                "TIME",
                limited()
                        .map(h -> "from " + Calendar.time(h.start()) + " to " + Calendar.time(h.stop()))
                        .orElse(""),
                weekdays.isAll() ? "" : "on " + weekdays.text(),
                monthdays.isAll() ? "" : "on " + monthdays.listing(),
                dates.start() == 0 ? "" : "starting from " + Calendar.text(dates.start(), ' '),
                dates.stop() == LATEST ? "" : "until date " + Calendar.text(dates.stop(), ' '),
                zone ? "" : "UTC",
                contiguous ? "contiguous" : "");
    }
}
