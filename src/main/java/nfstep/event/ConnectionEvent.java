package nfstep.event;

import java.util.List;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Expectation;
import nfstep.state.Change;

/** What happens to connections without a packet. */
public sealed interface ConnectionEvent extends Event {
    /** The namespace whose table it is. */
    String namespace();

    /** Its time is over. */
    record Expired(String namespace, Connection connection) implements ConnectionEvent {
        @Override
        public String sentence() {
            return "connection " + connection.id() + " of " + namespace + " expires";
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionRemoved(namespace, connection.id()));
        }
    }

    /** A command removed it. */
    record Removed(String namespace, Connection connection) implements ConnectionEvent {
        @Override
        public String sentence() {
            return "connection " + connection.id() + " of " + namespace + " is removed by the command";
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionRemoved(namespace, connection.id()));
        }
    }

    /** A change of the network took away what it was masqueraded behind: {@code nf_nat_masquerade.c}. */
    record Orphaned(String namespace, Connection connection, String reason) implements ConnectionEvent {
        @Override
        public String sentence() {
            return "connection " + connection.id() + " of " + namespace + " is destroyed: " + reason;
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionRemoved(namespace, connection.id()));
        }
    }

    /** A connection was expected for too long. */
    record ExpectationExpired(String namespace, Expectation expectation) implements ConnectionEvent {
        @Override
        public String sentence() {
            return "connection " + expectation.master() + " of " + namespace + " does not expect any more "
                    + Sentences.expected(expectation) + ": its time is over";
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ExpectationRemoved(namespace, expectation.id()));
        }
    }

    /** A command removed an expectation. */
    record ExpectationDeleted(String namespace, Expectation expectation) implements ConnectionEvent {
        @Override
        public String sentence() {
            return "the command removes what connection " + expectation.master() + " of " + namespace + " expects: "
                    + Sentences.expected(expectation);
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ExpectationRemoved(namespace, expectation.id()));
        }
    }

    /** A command made it, or changed it. */
    record Inserted(String namespace, Connection connection) implements ConnectionEvent {
        @Override
        public String sentence() {
            return "connection " + connection.id() + " of " + namespace + " is set by the command";
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionSet(namespace, connection));
        }
    }
}
