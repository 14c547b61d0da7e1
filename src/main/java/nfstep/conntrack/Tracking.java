package nfstep.conntrack;

/** What a protocol's tracker remembers of a connection, beyond what all protocols share. */
public interface Tracking {
    /** The state's name as {@code conntrack -L} prints it, empty for a protocol that has no states. */
    String stateName();

    /** For a protocol that remembers nothing. */
    Tracking NONE = new Stateless();

    /** Remembers nothing. */
    record Stateless() implements Tracking {
        @Override
        public String stateName() {
            return "";
        }
    }
}
