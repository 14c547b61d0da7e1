package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Nearest;

/** {@code ip netns exec NS COMMAND} and {@code ip -n NS ...}: ip-netns(8). */
final class NamespacePrefix {
    private static final int BEFORE_COMMAND = 4;

    private NamespacePrefix() {}

    /** The command that is meant, in the namespace that it is meant for. */
    static CommandLine strip(CommandLine line) {
        CommandLine at = line;
        while (true) {
            CommandLine next = once(at);
            if (next.words().size() == at.words().size()) {
                return next;
            }
            at = next;
        }
    }

    private static CommandLine once(CommandLine line) {
        List<Word> words = line.words();
        if (words.size() < 2 || !line.name().is("ip")) {
            return line;
        }
        String second = words.get(1).text();
        if (second.equals("-n") || (second.length() > 2 && "-netns".startsWith(second))) {
            Word namespace = line.word(2, "the name of a namespace");
            List<Word> rest = new ArrayList<>(words.subList(3, words.size()));
            rest.add(0, words.get(0));
            return line.inner(namespace.text(), rest);
        }
        boolean exec = begins("netns", 3, second)
                && words.size() > 2
                && begins("exec", 1, words.get(2).text());
        return exec ? exec(line) : line;
    }

    private static CommandLine exec(CommandLine line) {
        Word namespace = line.word(3, "the name of a namespace");
        line.word(BEFORE_COMMAND, "the command to run in " + namespace.text());
        return line.inner(
                namespace.text(),
                line.words().subList(BEFORE_COMMAND, line.words().size()));
    }

    private static boolean begins(String name, int least, String word) {
        return word.length() >= least && name.startsWith(word);
    }

    /** What is wrong when the namespace is not there. */
    static Diagnostic missing(CommandLine line, Network network) {
        List<String> names = network.namespaces().stream().map(Namespace::name).toList();
        Word place = line.line().words().stream()
                .filter(w -> w.is(line.namespace()))
                .findFirst()
                .orElse(line.name());
        String message = "Cannot open network namespace \"" + line.namespace() + "\": No such file or directory";
        return line.diagnostic(Code.UNKNOWN_NAME, place, message).suggesting(Nearest.among(line.namespace(), names));
    }
}
