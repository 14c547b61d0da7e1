package nfstep.rules.xt;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.rules.StatefulMatch.Lesson;
import nfstep.rules.StatefulMatch.Memory;
import org.jspecify.annotations.Nullable;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/**
 * The flows that {@code -m hashlimit} knows by the name of a table: {@code struct xt_hashlimit_htable}.
 *
 * @param config as the rule has it that made the table
 * @param made when it was made, in jiffies
 */
public record HashlimitTable(HashlimitConfig config, long made, HashPMap<Flow, HashlimitBucket> flows)
        implements Memory {
    /** What tells a flow from others; what does not count is 0: {@code struct dsthash_dst}. */
    public record Flow(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        @Override
        public String toString() {
            return source + ":" + sourcePort + "->" + destination + ":" + destinationPort;
        }
    }

    /** A packet of a flow came. */
    public record Met(Flow flow, HashlimitBucket bucket) implements Lesson {
        @Override
        public Memory after(@Nullable Memory before) {
            if (before == null) {
                throw new IllegalArgumentException("no table for the flow " + flow);
            }
            HashlimitTable table = (HashlimitTable) before;
            return new HashlimitTable(
                    table.config(), table.made(), table.flows().plus(flow, bucket));
        }
    }

    /** A table without flows. */
    static HashlimitTable empty(HashlimitConfig config, long now) {
        return new HashlimitTable(config, now, HashTreePMap.empty());
    }

    /** What is known of a flow at that time. */
    Optional<HashlimitBucket> of(Flow flow, long now) {
        return Optional.ofNullable(flows.get(flow)).filter(bucket -> !isForgotten(bucket, now));
    }

    /** Idle flows are forgotten when the table is cleaned, not before: {@code htable_gc}. */
    private boolean isForgotten(HashlimitBucket bucket, long now) {
        long every = Math.max(HashlimitConfig.jiffies(config.life().cleaning()), 1);
        long cleaned = now - (now - made) % every;
        return cleaned >= bucket.idle();
    }

    /** Whether it holds no further flow. */
    boolean isFull(long now) {
        return flows.size() >= config.most()
                && flows.values().stream().filter(b -> !isForgotten(b, now)).count() >= config.most();
    }
}
