package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.Packet;

/** What a helper makes of a packet. */
public sealed interface HelpOutcome {
    /** It goes on; the connection may be another version of itself. */
    record Passed(Connection after) implements HelpOutcome {}

    /** It is dropped. */
    record Dropped(String why) implements HelpOutcome {}

    /**
     * It announces a connection.
     *
     * @param packet what goes on: where addresses are translated, with the translated one in its data
     * @param replaced what was expected and is not any more
     * @param what the helper read, and what it wrote in its place
     */
    record Announced(
            Connection after, Packet packet, Expectation expectation, Optional<Expectation> replaced, String what)
            implements HelpOutcome {}
}
