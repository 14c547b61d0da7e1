package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.StatefulMatch;
import nfstep.rules.TableName;
import nfstep.source.Outcome;

/**
 * {@code -m limit}: matches as often as a token bucket allows. The bucket is full when the rule is loaded; a packet that
 * matches costs credits, one that does not costs nothing.
 *
 * <p>Source: iptables-extensions(8), "limit"; kernel {@code net/netfilter/xt_limit.c}, {@code limit_mt}.
 *
 * @param average ten thousandths of a second between two packets
 * @param burst how many packets a full bucket is good for; 0 for as many as if it were not said
 */
public record LimitMatch(int average, int burst) implements StatefulMatch {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "limit",
            "Matches as often as a token bucket allows.",
            Options.of(
                    OptionSpec.of("limit", "N[/second|/minute|/hour|/day]  3/hour if not given"),
                    OptionSpec.of("limit-burst", "N  how many at once, 5 if not given")),
            LimitMatch::read);

    private static final int USUAL_BURST = 5;
    private static final int MOST_BURST = 10_000;
    /** Day, hour, minute and second in ten thousandths of a second. */
    private static final List<Long> UNITS = List.of(864_000_000L, 36_000_000L, 600_000L, 10_000L);

    private static final long NANOS = 100_000;

    /**
     * What the bucket holds.
     *
     * @param credit 32 bits without sign; nanoseconds where it is an expression
     * @param jiffies when it was looked at last; nanoseconds where it is an expression
     */
    public record Bucket(long credit, long jiffies) implements Whole {}

    public LimitMatch {
        if (average <= 0 || burst < 0 || burst > MOST_BURST) {
            throw new IllegalArgumentException("not a limit: every " + average + ", burst " + burst);
        }
    }

    private static Outcome<Match> read(Reading reading) {
        int average = reading.value("limit", LimitRate.USUAL, use -> LimitRate.read(reading, use));
        int burst = reading.value("limit-burst", USUAL_BURST, use -> (int) reading.number(use, 0, MOST_BURST));
        return reading.made(() -> new LimitMatch(average, burst));
    }

    /** {@code limit_mt_check}: what 32 bits make of the burst must not cost less than one packet. */
    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        if (burst == 0) {
            return Optional.of("the kernel takes no --limit-burst of 0: write 1 or more");
        }
        return Integer.compareUnsigned(capacity(), cost()) < 0
                ? Optional.of("the kernel cannot hold " + LimitRate.text(average) + " with a burst of " + burst
                        + " in 32 bits: write another --limit-burst, such as 1")
                : Optional.empty();
    }

    @Override
    public String name() {
        return "limit";
    }

    @Override
    public Memory initial(long now) {
        return new Bucket(capacity(), Jiffies.of(now));
    }

    /** The most that the bucket holds: {@code credit_cap}. */
    int capacity() {
        return Jiffies.credits(average * burst);
    }

    /** What a packet costs. */
    int cost() {
        return Jiffies.credits(average);
    }

    @Override
    public Answer test(MatchContext context, Memory memory) {
        Bucket bucket = (Bucket) memory;
        long now = Jiffies.of(context.now());
        int grown = (int) bucket.credit() + (int) ((now - bucket.jiffies()) * Jiffies.CREDITS_PER_JIFFY);
        int credit = Integer.compareUnsigned(grown, capacity()) > 0 ? capacity() : grown;
        boolean matched = Integer.compareUnsigned(credit, cost()) >= 0;
        Bucket after = new Bucket(matched ? credit - cost() : credit, now);
        return new Answer(matched, after, seen(credit));
    }

    @Override
    public boolean isExpression() {
        return true;
    }

    @Override
    public Memory initialAsExpression(long now) {
        return new Bucket(room(), now);
    }

    /** {@code nft_limit.c}, {@code nft_limit_eval}. */
    @Override
    public Answer testAsExpression(MatchContext context, Memory memory) {
        Bucket bucket = (Bucket) memory;
        long tokens = Math.min(bucket.credit() + context.now() - bucket.jiffies(), room());
        boolean matched = tokens >= nanos();
        return new Answer(
                matched, new Bucket(matched ? tokens - nanos() : tokens, context.now()), seen(tokens, nanos()));
    }

    /** The most that the bucket holds as an expression. */
    private long room() {
        return room(burst) * nanos();
    }

    /** No burst is the usual one for {@code nft_limit.c}; legacy takes no such rule. */
    private static int room(int burst) {
        return burst == 0 ? USUAL_BURST : burst;
    }

    /** What a packet costs as an expression: {@code add_nft_limit} of iptables 1.8.9. */
    private long nanos() {
        int unit = 0;
        while (unit + 1 < UNITS.size()
                && average <= UNITS.get(unit + 1)
                && UNITS.get(unit + 1) / average >= UNITS.get(unit + 1) % average) {
            unit++;
        }
        return UNITS.get(unit) * NANOS / (UNITS.get(unit) / average);
    }

    private String seen(int credit) {
        return seen(Integer.toUnsignedLong(credit), Integer.toUnsignedLong(cost()));
    }

    private static String seen(long credit, long cost) {
        long packets = credit / Math.max(cost, 1);
        return packets == 0
                ? "the bucket holds " + 100 * credit / Math.max(cost, 1) + " % of a packet's cost"
                : "the bucket is good for " + packets + (packets == 1 ? " packet" : " packets");
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "a bucket that earlier packets drew from");
    }

    @Override
    public String options() {
        return Parts.join(
                "--limit " + LimitRate.text(average), room(burst) == USUAL_BURST ? "" : "--limit-burst " + burst);
    }

    @Override
    public String listing(boolean numeric) {
        return "limit: avg " + LimitRate.text(average) + " burst " + room(burst);
    }
}
