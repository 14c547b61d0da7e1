package nfstep.conntrack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;

/**
 * The connections that are expected in one namespace: {@code nf_conntrack_expect.c}. Old versions stay valid.
 *
 * @param next the number of the next one
 */
public record Expectations(TreePMap<Long, Expectation> byId, long next) {
    /** Nothing is expected. */
    public static Expectations none() {
        return new Expectations(TreePMap.empty(), 1);
    }

    /** All of them, oldest first. */
    public Collection<Expectation> all() {
        return byId.values();
    }

    /** That one, if it is there. */
    public Optional<Expectation> find(long id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What a first packet fulfils at that time: {@code nf_ct_find_expectation}. */
    public Optional<Expectation> find(Zone zone, Tuple tuple, long now) {
        List<Expectation> all = new ArrayList<>(byId.descendingMap().values());
        return all.stream()
                .filter(e -> e.expiresAt() > now && e.covers(zone, tuple))
                .findFirst();
    }

    /** Those whose time is over at that time, oldest first. */
    public List<Expectation> expired(long now) {
        return byId.values().stream().filter(e -> e.expiresAt() <= now).toList();
    }

    /** These with one more. */
    public Expectations with(Expectation expectation) {
        return new Expectations(byId.plus(expectation.id(), expectation), Math.max(next, expectation.id() + 1));
    }

    /** These without that one. */
    public Expectations without(long id) {
        return new Expectations(byId.minus(id), next);
    }

    /** These without what that connection expects: {@code nf_ct_remove_expectations}. */
    public Expectations withoutMaster(long connection) {
        Expectations rest = this;
        for (Expectation e : byId.values()) {
            if (e.master() == connection) {
                rest = rest.without(e.id());
            }
        }
        return rest;
    }

    /** What has to go for a new one: the same one, or the only one that the master may have ({@code max_expected}). */
    Optional<Expectation> replacedBy(Expectation fresh) {
        return byId.values().stream().filter(e -> e.master() == fresh.master()).findFirst();
    }

    /** Whether that one cannot be told from another: {@code -EBUSY} of {@code __nf_ct_expect_check}. */
    boolean isBusy(Expectation fresh, long now) {
        return byId.values().stream().anyMatch(e -> e.expiresAt() > now && !isSame(e, fresh) && e.clashes(fresh));
    }

    private static boolean isSame(Expectation e, Expectation fresh) {
        return e.master() == fresh.master() && e.tuple().equals(fresh.tuple());
    }
}
