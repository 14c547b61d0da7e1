package nfstep.parse.ip;

import java.util.List;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import nfstep.parse.Word;
import nfstep.source.Outcome;
import nfstep.state.World;

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

    /** Something is printed. */
    record Show(Query query) implements IpCommand {
        /** Something of the network. */
        static Show of(NetworkQuery query) {
            return new Show(query);
        }
    }

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

    /** A question. */
    @FunctionalInterface
    interface Query {
        /** What the command prints, with its last line end, or why it cannot. */
        Outcome<String> answer(World world);
    }

    /** A question about the configured network. */
    @FunctionalInterface
    interface NetworkQuery extends Query {
        /** What the command prints, with its last line end, or why it cannot. */
        Outcome<String> answer(Network network);

        @Override
        default Outcome<String> answer(World world) {
            return answer(world.network());
        }
    }
}
