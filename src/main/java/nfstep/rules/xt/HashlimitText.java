package nfstep.rules.xt;

import java.util.List;
import java.util.OptionalLong;
import java.util.StringJoiner;
import nfstep.rules.Match;
import nfstep.source.Outcome;

/** Reads and prints {@code -m hashlimit}: {@code libxt_hashlimit.c}. */
final class HashlimitText {
    /** What it takes. */
    static final Options OPTIONS = Options.of(
                    OptionSpec.invertible("hashlimit-upto", "N[/second|/minute|/hour|/day] or N[k|m]b/s"),
                    OptionSpec.invertible("hashlimit", "the old name of --hashlimit-upto"),
                    OptionSpec.invertible("hashlimit-above", "the same"),
                    OptionSpec.of("hashlimit-burst", "N[k|m][b]  how many at once, 5 if not given"),
                    OptionSpec.of("hashlimit-mode", "srcip,srcport,dstip,dstport  what tells flows apart"),
                    OptionSpec.of("hashlimit-srcmask", "LENGTH  sources of that prefix count together"),
                    OptionSpec.of("hashlimit-dstmask", "LENGTH  destinations of that prefix count together"),
                    OptionSpec.of("hashlimit-name", "NAME  of the table"),
                    OptionSpec.of("hashlimit-htable-size", "N  buckets of the hash"),
                    OptionSpec.of("hashlimit-htable-max", "N  flows that the table holds"),
                    OptionSpec.of("hashlimit-htable-expire", "MILLISECONDS  until a flow is idle"),
                    OptionSpec.of("hashlimit-htable-gcinterval", "MILLISECONDS  between two looks for idle flows"),
                    OptionSpec.flag("hashlimit-rate-match", "compare rates over intervals, without a bucket"),
                    OptionSpec.of("hashlimit-rate-interval", "SECONDS  of an interval"))
            .same("hashlimit-upto", "hashlimit")
            .needsOneOf("hashlimit-name")
            .needsOneOf("hashlimit-upto", "hashlimit-above")
            .excluding("hashlimit-upto", "hashlimit-above");

    private static final long USUAL_BURST = 5;
    private static final long MOST_BURST = 1_000_000;
    private static final long MOST = 0xffff_ffffL;
    private static final long LARGEST_TABLE = 1 << 20;
    private static final long USUAL_CLEANING = 1_000;
    private static final int BYTE_BURST_SECONDS = 60;
    private static final int SECOND = 1_000;

    private HashlimitText() {}

    static Outcome<Match> read(Reading reading) {
        boolean upto = reading.has("hashlimit-upto");
        OptionUse use = reading.required(upto ? "hashlimit-upto" : "hashlimit-above");
        HashlimitRate rate = HashlimitRate.read(reading, use);
        boolean above = upto == use.inverted();
        String table = RecentMatch.name(reading, reading.required("hashlimit-name"));
        HashlimitConfig config =
                reading.has("hashlimit-rate-match") ? overIntervals(reading, rate) : plain(reading, rate);
        return reading.made(() -> new HashlimitMatch(reading.family(), above, table, config));
    }

    private static HashlimitConfig plain(Reading reading, HashlimitRate rate) {
        reading.use("hashlimit-rate-interval").ifPresent(use -> interval(reading, use));
        HashlimitConfig config = config(reading, rate, 0);
        if (!rate.bytes() && !reading.isRefused() && !config.isHeld()) {
            reading.refuse("the kernel cannot hold " + HashlimitRate.text(rate.average()) + " with a burst of "
                    + config.burst() + " in 64 bits: write another --hashlimit-burst, such as 1");
        }
        if (rate.bytes() && config.cost() == 0) {
            reading.refuse("the kernel takes no rate of " + rate.bytesText() + ": write a lower one");
        }
        return config;
    }

    /** The rate is that of the unit, spread over a second: {@code hashlimit_mt_check}. */
    private static HashlimitConfig overIntervals(Reading reading, HashlimitRate rate) {
        long average = rate.bytes() ? rate.average() : rate.average() / rate.seconds();
        int usual = rate.bytes() ? 1 : rate.seconds();
        int interval = reading.value("hashlimit-rate-interval", usual, use -> interval(reading, use));
        if (average == 0 && !reading.isRefused()) {
            reading.refuse("the kernel takes no such rate with --hashlimit-rate-match: write a lower one");
        }
        return config(reading, new HashlimitRate(Math.max(average, 1), rate.bytes(), rate.seconds()), interval);
    }

    private static HashlimitConfig config(Reading reading, HashlimitRate rate, int interval) {
        boolean given = reading.has("hashlimit-burst");
        long written = reading.value("hashlimit-burst", USUAL_BURST, use -> burst(reading, use));
        long burst = rate.bytes() ? (given ? refills(reading, rate, written) : 0) : written;
        if (!rate.bytes() && burst > MOST_BURST) {
            reading.refuse("--hashlimit-burst takes a number from 1 to " + MOST_BURST + ", not " + burst);
        }
        int seconds = rate.bytes() && given ? BYTE_BURST_SECONDS : rate.seconds();
        return new HashlimitConfig(rate, burst, HashlimitKeying.read(reading), life(reading, seconds), interval);
    }

    /** {@code parse_burst}: a number and what stands behind it, of which only k and m count. */
    private static long burst(Reading reading, OptionUse use) {
        String word = use.word();
        int end = 0;
        while (end < word.length() && Character.isDigit(word.charAt(end))) {
            end++;
        }
        OptionalLong number = Numbers.parse(word.substring(0, end));
        boolean bare = end == word.length();
        if (number.isEmpty() || number.getAsLong() == 0 || (bare && number.getAsLong() > MOST_BURST)) {
            reading.refuse(
                    use,
                    "takes a number from 1 to " + MOST_BURST + ", or bytes with kb or mb, not " + Quoting.quote(word));
            return USUAL_BURST;
        }
        return number.getAsLong() * (bare ? 1 : HashlimitRate.factor(word.charAt(end)));
    }

    /** A burst in bytes is rounded up to whole seconds of the rate. */
    private static long refills(Reading reading, HashlimitRate rate, long bytes) {
        long second = rate.bytesPerSecond();
        if (bytes < second) {
            reading.refuse("--hashlimit-burst cannot be smaller than " + second + "b, which is a second of the rate");
        }
        return second == 0 ? 1 : (bytes + second - 1) / second;
    }

    private static HashlimitConfig.Life life(Reading reading, int seconds) {
        return new HashlimitConfig.Life(
                Math.min(number(reading, "size", 0, 0), LARGEST_TABLE),
                Math.min(number(reading, "max", 0, 0), LARGEST_TABLE),
                number(reading, "gcinterval", 1, USUAL_CLEANING),
                number(reading, "expire", 1, (long) seconds * SECOND));
    }

    private static long number(Reading reading, String end, long least, long otherwise) {
        return reading.value("hashlimit-htable-" + end, otherwise, use -> reading.number(use, least, MOST));
    }

    /** What atoi(3) makes of it. */
    private static int interval(Reading reading, OptionUse use) {
        OptionalLong number = Numbers.parse(use.word().replaceFirst("^([0-9]+).*$", "$1"));
        if (number.isEmpty() || number.getAsLong() < 1 || number.getAsLong() > Integer.MAX_VALUE) {
            reading.refuse(use, "takes a number of seconds above 0, not " + Quoting.quote(use.word()));
            return 1;
        }
        return (int) number.getAsLong();
    }

    /** As iptables-save prints it. */
    static String options(HashlimitMatch match) {
        HashlimitConfig config = match.config();
        HashlimitRate rate = config.rate();
        String burst = rate.bytes()
                ? (config.burst() == 0 ? "" : "--hashlimit-burst " + rate.burstText(config.burst()))
                : "--hashlimit-burst " + config.burst();
        return Parts.join(
                (match.above() ? "--hashlimit-above " : "--hashlimit-upto ")
                        + (rate.bytes() ? rate.bytesText() : HashlimitRate.text(rate.average())),
                burst,
                words(config, "--hashlimit-", ","),
                "--hashlimit-name " + Quoting.bare(match.table()),
                tail(config, "--hashlimit-", HashlimitRate.unit(rate.average())));
    }

    private static String words(HashlimitConfig config, String prefix, String between) {
        List<String> words = config.keying().words();
        return words.isEmpty() ? "" : prefix + "mode " + String.join(between, words);
    }

    /** @param unit of the rate as it is printed, in seconds */
    private static String tail(HashlimitConfig config, String prefix, int unit) {
        HashlimitConfig.Life life = config.life();
        boolean bytes = config.rate().bytes();
        int bits = config.keying().bits();
        int usual = bytes ? (config.burst() == 0 ? HashlimitRate.BYTE_SECONDS : BYTE_BURST_SECONDS) : unit;
        StringJoiner text = new StringJoiner(" ");
        add(text, prefix + "htable-size ", life.size(), 0);
        add(text, prefix + "htable-max ", life.max(), 0);
        add(text, prefix + "htable-gcinterval ", life.cleaning(), USUAL_CLEANING);
        add(text, prefix + "htable-expire ", life.expiry(), (long) usual * SECOND);
        add(text, prefix + "srcmask ", config.keying().sourcePrefix(), bits);
        add(text, prefix + "dstmask ", config.keying().destinationPrefix(), bits);
        if (config.takesRates()) {
            text.add(prefix + "rate-match");
            add(text, prefix + "rate-interval ", config.interval(), 1);
        }
        return text.toString();
    }

    private static void add(StringJoiner text, String option, long value, long usual) {
        if (value != usual) {
            text.add(option + value);
        }
    }

    /** As a listing prints it. */
    static String listing(HashlimitMatch match) {
        HashlimitConfig config = match.config();
        HashlimitRate rate = config.rate();
        long period = rate.average() * Math.max(config.interval(), 1);
        String burst = rate.bytes()
                ? (config.burst() == 0 ? "" : "burst " + rate.burstText(config.burst()))
                : "burst " + config.burst();
        return Parts.join(
                match.above() ? "limit: above" : "limit: up to",
                rate.bytes() ? rate.bytesText() : HashlimitRate.text(period),
                burst,
                words(config, "", "-"),
                tail(config, "", HashlimitRate.unit(period)));
    }
}
