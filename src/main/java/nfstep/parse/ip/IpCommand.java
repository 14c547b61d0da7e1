package nfstep.parse.ip;

import java.util.List;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.parse.Word;
import nfstep.source.Outcome;

/** What an {@code ip} or {@code sysctl} command asks for. */
public sealed interface IpCommand {
    /**
     * The network is changed.
     *
     * @param edits one after the other
     * @param output what the command prints when they are done, often nothing
     */
    record Change(List<NetworkEdit> edits, String output) implements IpCommand {
        public Change {
            edits = List.copyOf(edits);
        }

        /** One change that prints nothing. */
        static Change of(NetworkEdit edit) {
            return new Change(List.of(edit), "");
        }
    }

    /** Something of the network is printed. */
    record Show(Query query) implements IpCommand {}

    /**
     * Another command runs in a namespace: {@code ip netns exec}.
     *
     * @param words of that command
     */
    record Exec(String namespace, List<Word> words) implements IpCommand {
        public Exec {
            words = List.copyOf(words);
        }
    }

    /** A question about the network. */
    @FunctionalInterface
    interface Query {
        /** What the command prints, with its last line end, or why it cannot. */
        Outcome<String> answer(Network network);
    }
}
