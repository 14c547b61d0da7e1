package nfstep.rules.xt;

import java.util.Optional;
import java.util.OptionalLong;
import nfstep.packet.IpFamily;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.StatefulMatch;

/**
 * {@code -m hashlimit}: limits the rate of each flow by a token bucket of its own. The table of flows is kept by name
 * outside of the rules, as the first of them says; it outlives changes of the rules and goes with the last one.
 *
 * <p>Source: iptables-extensions(8), "hashlimit"; kernel {@code net/netfilter/xt_hashlimit.c}, {@code hashlimit_mt_common}.
 *
 * @param above whether packets above the rate match, else those up to it
 */
public record HashlimitMatch(IpFamily family, boolean above, String table, HashlimitConfig config)
        implements StatefulMatch {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION =
            Described.of("hashlimit", "Limits the rate of each flow.", HashlimitText.OPTIONS, HashlimitText::read);

    @Override
    public String name() {
        return "hashlimit";
    }

    @Override
    public Optional<Shared> shared() {
        return Optional.of(new Shared(family == IpFamily.IPV4 ? "ipt_hashlimit" : "ip6t_hashlimit", table));
    }

    @Override
    public Memory initial(long now) {
        return HashlimitTable.empty(config, Jiffies.of(now));
    }

    @Override
    public Answer test(MatchContext context, Memory memory) {
        HashlimitTable flows = (HashlimitTable) memory;
        HashlimitConfig limit = flows.config();
        long now = Jiffies.of(context.now());
        Optional<HashlimitTable.Flow> flow = limit.keying().of(context.packet());
        if (flow.isEmpty()) {
            return Answer.dropping("the ports that tell flows apart are cut short");
        }
        Optional<HashlimitBucket> known = flows.of(flow.get(), now);
        if (known.isEmpty() && flows.isFull(now)) {
            return Answer.dropping("the table " + table + " holds " + limit.most() + " flows and no more");
        }
        HashlimitBucket bucket = known.map(it -> it.at(limit, now)).orElseGet(() -> HashlimitBucket.fresh(limit, now));
        int length = context.packet().length();
        return config.takesRates()
                ? counted(flow.get(), bucket.counting(config.rate().bytes() ? length : 1), limit)
                : paid(flow.get(), bucket, limit, length);
    }

    private Answer counted(HashlimitTable.Flow flow, HashlimitBucket bucket, HashlimitConfig limit) {
        boolean below = !bucket.over() && Long.compareUnsigned(bucket.credit(), limit.allowedAtOnce()) <= 0;
        String seen = flow + " has " + Long.toUnsignedString(bucket.credit()) + " in this interval of "
                + limit.interval() + " s" + (bucket.over() ? ", and had too much in the one before" : "");
        return new Answer(below != above, new HashlimitTable.Met(flow, bucket), seen);
    }

    /** The rule says whether it counts bytes, the table what they cost. */
    private Answer paid(HashlimitTable.Flow flow, HashlimitBucket bucket, HashlimitConfig limit, int length) {
        long cost = config.rate().bytes() ? limit.cost(length) : limit.cost();
        HashlimitBucket ready = config.rate().bytes() ? bucket.refilled(cost) : bucket;
        boolean below = Long.compareUnsigned(ready.credit(), cost) >= 0;
        HashlimitBucket after = below ? ready.paying(cost) : ready;
        return new Answer(below != above, new HashlimitTable.Met(flow, after), seen(flow, ready, cost));
    }

    private static String seen(HashlimitTable.Flow flow, HashlimitBucket bucket, long cost) {
        long packets = Long.divideUnsigned(bucket.credit(), Math.max(cost, 1));
        if (packets > 0) {
            return "the bucket of " + flow + " is good for " + packets + (packets == 1 ? " packet" : " packets");
        }
        OptionalLong share =
                OptionalLong.of(Long.divideUnsigned(bucket.credit(), Math.max(Long.divideUnsigned(cost, 100), 1)));
        return "the bucket of " + flow + " holds " + share.getAsLong() + " % of a packet's cost";
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "what earlier packets left in the table " + table);
    }

    @Override
    public String options() {
        return HashlimitText.options(this);
    }

    @Override
    public String listing(boolean numeric) {
        return HashlimitText.listing(this);
    }
}
