package nfstep.event;

import java.util.List;
import nfstep.conntrack.Connection;
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
