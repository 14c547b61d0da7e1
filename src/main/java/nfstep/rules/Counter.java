package nfstep.rules;

/** Packets and bytes (IP total length) that a rule matched or a policy took: {@code struct xt_counters}. */
public record Counter(long packets, long bytes) {
    /** Nothing counted yet. */
    public static final Counter ZERO = new Counter(0, 0);

    /** This counter after one more packet of that length in bytes. */
    public Counter plus(int length) {
        return new Counter(packets + 1, bytes + length);
    }
}
