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

    private static final Numbers MARK = new Numbers("mark", 0, 0xffff_ffffL);

    /** Bits of a mark and what they are. */
    record Mark(int value, int mask) {
        /** {@code copy_mark}. */
        int appliedTo(int mark) {
            return (mark & ~mask) ^ value;
        }
    }

    private ConntrackWords() {}

    /** {@code VALUE}, or {@code VALUE/MASK}. */
    static Mark mark(CommandLine line, Word word) {
        int slash = word.text().indexOf('/');
        String first = slash < 0 ? word.text() : word.text().substring(0, slash);
        int value = (int) MARK.readLong(line, new Word(first, word.span()));
        return slash < 0
                ? new Mark(value, -1)
                : new Mark(value, (int) MARK.readLong(line, new Word(word.text().substring(slash + 1), word.span())));
    }

    static TcpState tcpState(CommandLine line, Word word) {
        if (!STATES.contains(word.text())) {
            String hint = Nearest.among(word.text(), STATES)
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse("write one of " + String.join(", ", STATES));
            throw line.problem(Code.BAD_VALUE, word, "no such TCP state: " + word.text(), hint);
        }
        return TcpState.valueOf(word.text());
    }

    /** The bits of some of them, joined by commas. */
    static int statuses(CommandLine line, Word word) {
        int bits = 0;
        for (String name : word.text().split(",", -1)) {
            bits |= name.equals("UNSET") ? 0 : status(line, word, name);
        }
        return bits;
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
