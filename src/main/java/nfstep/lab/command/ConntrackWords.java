package nfstep.lab.command;

import java.util.Arrays;
import java.util.List;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.TcpState;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Nearest;

/** The words of conntrack(8) for states and marks of connections. */
final class ConntrackWords {
    private static final List<String> STATES = Arrays.stream(TcpState.values())
            .filter(s -> s != TcpState.SYN_SENT2)
            .map(TcpState::name)
            .toList();

    private ConntrackWords() {}

    static TcpState tcpState(CommandLine line, Word word) {
        if (!STATES.contains(word.text())) {
            String hint = Nearest.among(word.text(), STATES)
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse("write one of " + String.join(", ", STATES));
            throw line.problem(Code.BAD_VALUE, word, "no such TCP state: " + word.text(), hint);
        }
        return TcpState.valueOf(word.text());
    }

    /** The bit of a status; to be assured is not to have seen an answer. */
    static int status(CommandLine line, Word word, String name) {
        return switch (name) {
            case "ASSURED" -> CtStatus.ASSURED.bit();
            case "SEEN_REPLY" -> CtStatus.SEEN_REPLY.bit();
            default ->
                throw line.problem(Code.BAD_VALUE, word, "no such status: " + name, "write SEEN_REPLY or ASSURED");
        };
    }
}
