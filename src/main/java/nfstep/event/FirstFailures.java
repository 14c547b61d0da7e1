package nfstep.event;

import java.util.Arrays;

/**
 * For each of several rules that were passed over, the condition that failed first: 0 to 5 the base conditions in the
 * kernel's order, then 6 and on the matches in their order. A byte a rule.
 */
public final class FirstFailures {
    /** The number of the first match of a rule; smaller ones are base conditions. */
    public static final int FIRST_MATCH = 6;

    private final byte[] conditions;

    private FirstFailures(byte[] conditions) {
        this.conditions = conditions;
    }

    /** One condition for each rule, 0 to 255. */
    public static FirstFailures of(int... conditions) {
        byte[] bytes = new byte[conditions.length];
        for (int i = 0; i < bytes.length; i++) {
            if ((conditions[i] & ~0xff) != 0) {
                throw new IllegalArgumentException("condition out of range 0-255: " + conditions[i]);
            }
            bytes[i] = (byte) conditions[i];
        }
        return of(bytes, bytes.length);
    }

    /** The first {@code length} of these, each an unsigned byte. */
    public static FirstFailures of(byte[] conditions, int length) {
        if (length < 1) {
            throw new IllegalArgumentException("no rule was passed");
        }
        return new FirstFailures(Arrays.copyOf(conditions, length));
    }

    /** How many rules were passed. */
    public int size() {
        return conditions.length;
    }

    /** The condition of the rule at that offset, from 0. */
    public int get(int offset) {
        return conditions[offset] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FirstFailures f && Arrays.equals(conditions, f.conditions);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(conditions);
    }

    @Override
    public String toString() {
        return Arrays.toString(conditions);
    }
}
