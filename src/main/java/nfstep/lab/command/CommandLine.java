package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.host.Network;
import nfstep.parse.Assignment;
import nfstep.parse.HereDocument;
import nfstep.parse.LabLine;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.SourceText;
import nfstep.source.Span;

/**
 * A command as it is to be read: its words and the namespace that it runs in.
 *
 * @param words the command and its arguments, without {@code ip netns exec NS} before them
 */
public record CommandLine(SourceText source, LabLine line, String namespace, List<Word> words) {
    /** Where Debian keeps the programs that are commands here; {@code /sbin/iptables} is {@code iptables}. */
    private static final List<String> FOLDERS =
            List.of("/bin/", "/sbin/", "/usr/bin/", "/usr/sbin/", "/usr/local/bin/", "/usr/local/sbin/");

    public CommandLine {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a command without words");
        }
        words = named(words);
    }

    private static List<Word> named(List<Word> words) {
        String text = words.get(0).text();
        int name = text.lastIndexOf('/') + 1;
        if (name == text.length() || !FOLDERS.contains(text.substring(0, name))) {
            return List.copyOf(words);
        }
        List<Word> all = new ArrayList<>(words);
        all.set(0, new Word(text.substring(name), words.get(0).span()));
        return List.copyOf(all);
    }

    /** A line of a lab as it is written. */
    public static CommandLine of(SourceText source, LabLine line) {
        return new CommandLine(source, line, Network.HOST, line.words());
    }

    /** The name of the command. */
    public Word name() {
        return words.get(0);
    }

    /** The words behind the name. */
    public List<Word> arguments() {
        return words.subList(1, words.size());
    }

    /** The lines below that the command reads. */
    public Optional<HereDocument> document() {
        return line.document();
    }

    /** The value of {@code NAME=value} before the command. */
    public Optional<Assignment> assignment(String name) {
        return line.assignments().stream().filter(a -> a.name().equals(name)).findFirst();
    }

    /** Other words of the same line, run in that namespace. */
    public CommandLine inner(String where, List<Word> others) {
        return new CommandLine(source, line, where, others);
    }

    /** The word with that number; if there is none, what was expected is missing. */
    Word word(int index, String expected) {
        if (index < words.size()) {
            return words.get(index);
        }
        Span last = words.get(words.size() - 1).span();
        Span behind = new Span(last.line(), last.end(), 1);
        throw new Problem(diagnostic(Code.MISSING_VALUE, behind, name().text() + ": " + expected + " is missing"));
    }

    /** A problem with a word. */
    Problem problem(Code code, Word word, String message) {
        return new Problem(diagnostic(code, word, message));
    }

    /** A problem with a word, and what to write instead. */
    Problem problem(Code code, Word word, String message, String hint) {
        return new Problem(diagnostic(code, word, message).hinting(hint));
    }

    /** What is wrong with a word. */
    public Diagnostic diagnostic(Code code, Word word, String message) {
        return diagnostic(code, word.span(), message);
    }

    /** Why the command as a whole is refused. */
    public Diagnostic refusal(String message) {
        return diagnostic(Code.REFUSED, name(), message);
    }

    private Diagnostic diagnostic(Code code, Span span, String message) {
        return source.diagnostic(code, span, message);
    }
}
