package nfstep.rules;

import nfstep.source.Outcome;

/**
 * One change of one table, as one {@code iptables} command makes it. {@code parse.iptables} reads and prints each as the
 * command that it is.
 */
public interface RulesEdit {
    /** The table that is changed; it exists from then on. */
    TableName table();

    /**
     * The table after this change with the counters that it sets, or what {@code iptables} would say when it is refused.
     *
     * @param numbers gives each new rule its number
     */
    Outcome<EditedTable> applyTo(Table table, RuleNumbers numbers);

    /** Whether the kernel's copy of the table is replaced, so that match memories and policy counters start anew. */
    default boolean replacesTable() {
        return true;
    }

    /** Gives each new rule a number that no other rule has. */
    @FunctionalInterface
    interface RuleNumbers {
        /** The next number. */
        long next();

        /** What loads them in the kernel. */
        default Backend backend() {
            return Backend.LEGACY;
        }
    }
}
