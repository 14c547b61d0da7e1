package nfstep.trace;

/** Is told how far long work on a walk is, and may end it. */
@FunctionalInterface
public interface Progress {
    /** Nobody watches, so the work goes on to its end. */
    Progress UNWATCHED = (count, what) -> {};

    /**
     * So much is done.
     *
     * @param what is counted, such as {@code events}
     * @throws Interrupted if the work is to end here
     */
    void at(long count, String what);

    /** Work was ended by whoever watched it; what it had begun is to be forgotten. */
    final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** Ended when so much was done. */
        public Interrupted(long count, String what) {
            super("interrupted after " + Progress.quantity(count) + " " + what);
        }
    }

    /** A number with its digits in groups: {@code 12,345}. */
    static String quantity(long count) {
        return String.format(java.util.Locale.ROOT, "%,d", count);
    }
}
