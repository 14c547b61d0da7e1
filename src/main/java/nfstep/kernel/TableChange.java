package nfstep.kernel;

import java.util.Locale;
import nfstep.conntrack.Connection;

/**
 * A connection enters the model's table or is taken out of it, as {@code conntrack -E} tells of it.
 *
 * @param event of the model
 * @param line without what a kernel does not repeat from run to run
 * @param isTimely whether a kernel tells of it during the same command; else it may do so at any time, or never
 */
record TableChange(int event, String namespace, String line, boolean isTimely) {
    /** What can be told of a connection. */
    enum Kind {
        NEW,
        DESTROY;

        /** The one that {@code sandbox/protocol.py} names so. */
        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** What is told: counters only of a connection that is gone, helpers only of one that is there. */
        String line(Connection connection) {
            boolean isNew = this == NEW;
            Listed listed = Listed.of(isNew ? connection : connection.withHelper(""));
            return "[" + name() + "] " + (isNew ? listed.uncounted() : listed.text());
        }
    }
}
