package nfstep.parse.iptables;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.parse.Word;
import nfstep.rules.TableName;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Nearest;
import nfstep.source.SourceText;

/**
 * A command that is being read.
 *
 * @param words the first is the program's name
 * @param restored for a line of an {@code iptables-restore} text, the table that it is in
 */
record Input(SourceText source, IpFamily family, List<Word> words, Optional<TableName> restored) {
    Input {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command without a word");
        }
    }

    /** The program's name. */
    Word program() {
        return words.get(0);
    }

    /** Whether it is a line of an {@code iptables-restore} text. */
    boolean restore() {
        return restored.isPresent();
    }

    Problem problem(Code code, Word at, String message) {
        return new Problem(diagnostic(code, at, message));
    }

    Problem problem(Code code, Word at, String message, String hint) {
        return new Problem(diagnostic(code, at, message).hinting(hint));
    }

    /** A problem with a word for which there are known ones. */
    Problem unknown(Code code, Word at, String message, Collection<String> known) {
        return new Problem(diagnostic(code, at, message).suggesting(Nearest.among(at.text(), known)));
    }

    private Diagnostic diagnostic(Code code, Word at, String message) {
        return source.diagnostic(code, at.span(), message);
    }
}
