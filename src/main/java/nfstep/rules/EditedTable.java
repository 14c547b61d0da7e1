package nfstep.rules;

import java.util.List;

/**
 * A table after a change, with the counters that the change itself sets ({@code -c}, {@code -Z}, a restore); a rule that
 * is not named keeps its counter.
 */
public record EditedTable(Table table, List<Setting> counters) {
    /** One counter that is set. */
    public sealed interface Setting {
        /** The counter of a rule. */
        record OfRule(long id, Counter counter) implements Setting {}

        /** The counter of a base chain's policy. */
        record OfPolicy(Hook hook, Counter counter) implements Setting {}
    }

    public EditedTable {
        counters = List.copyOf(counters);
    }

    /** A change that sets no counter. */
    public static EditedTable of(Table table) {
        return new EditedTable(table, List.of());
    }
}
