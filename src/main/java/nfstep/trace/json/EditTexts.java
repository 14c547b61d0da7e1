package nfstep.trace.json;

import nfstep.host.NetworkEdit;
import nfstep.packet.IpFamily;
import nfstep.rules.RulesEdit;

/**
 * Changes of networks and rules as the commands that they are. What is read from what was printed makes the same change;
 * a text that cannot be read is refused with an {@link IllegalArgumentException}.
 */
interface EditTexts {
    /** The change of the network as a command. */
    String print(NetworkEdit edit);

    /** The change that a command makes. */
    NetworkEdit network(String text);

    /** The change of a table as a command. */
    String print(RulesEdit edit, IpFamily family);

    /** The change that a command makes. */
    RulesEdit rules(String text, IpFamily family);
}
