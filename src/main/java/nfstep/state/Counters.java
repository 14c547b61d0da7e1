package nfstep.state;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.rules.Counter;
import nfstep.rules.Hook;
import nfstep.rules.Rule;
import nfstep.rules.StatefulMatch;
import nfstep.rules.TableName;
import org.pcollections.HashPMap;
import org.pcollections.HashTreePMap;

/** What rules and policies counted, and what stateful matches remember, by the numbers of the rules. */
public record Counters(
        HashPMap<Long, Counter> rules,
        HashPMap<PolicyKey, Counter> policies,
        HashPMap<MemoryKey, StatefulMatch.Memory> memories) {
    /** One policy. */
    public record PolicyKey(IpFamily family, TableName table, Hook hook) {}

    /** Whose memory it is. */
    public sealed interface MemoryKey {
        /** One match of one rule, by its position from 0. */
        record OfRule(long rule, int match) implements MemoryKey {}

        /** All matches that name it. */
        record Named(StatefulMatch.Shared name) implements MemoryKey {}

        /** Where a match of a rule has its memory, by its position from 0. */
        static MemoryKey of(Rule rule, int match) {
            Optional<StatefulMatch.Shared> shared =
                    match < rule.matches().size() && rule.matches().get(match) instanceof StatefulMatch stateful
                            ? stateful.shared()
                            : Optional.empty();
            return shared.<MemoryKey>map(Named::new).orElseGet(() -> new OfRule(rule.id(), match));
        }
    }

    /** Nothing counted, nothing remembered. */
    public static final Counters ZERO = new Counters(HashTreePMap.empty(), HashTreePMap.empty(), HashTreePMap.empty());

    /** What a rule counted. */
    public Counter ofRule(long id) {
        return rules.getOrDefault(id, Counter.ZERO);
    }

    /** What a policy counted. */
    public Counter ofPolicy(PolicyKey key) {
        return policies.getOrDefault(key, Counter.ZERO);
    }

    /** What a stateful match remembers, if it was asked before. */
    public Optional<StatefulMatch.Memory> memory(MemoryKey key) {
        return Optional.ofNullable(memories.get(key));
    }

    /** These counters with another value for a rule. */
    public Counters withRule(long id, Counter counter) {
        return new Counters(rules.plus(id, counter), policies, memories);
    }

    /** These counters with another value for a policy. */
    public Counters withPolicy(PolicyKey key, Counter counter) {
        return new Counters(rules, policies.plus(key, counter), memories);
    }

    /** These counters after a stateful match learned something. */
    Counters learned(MemoryKey key, StatefulMatch.Lesson lesson) {
        StatefulMatch.Memory after = lesson.after(memories.get(key));
        return after == null ? this : withMemory(key, after);
    }

    /** These counters with what a stateful match now remembers. */
    public Counters withMemory(MemoryKey key, StatefulMatch.Memory memory) {
        return new Counters(rules, policies, memories.plus(key, memory));
    }

    /** These counters without what the matches of these rules remembered. */
    public Counters forgetting(List<MemoryKey> keys) {
        return new Counters(rules, policies, memories.minusAll(keys));
    }
}
