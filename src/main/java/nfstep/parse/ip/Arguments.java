package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.parse.Word;
import nfstep.source.Code;

/** The words after a command, sorted by its grammar. */
final class Arguments {
    private final Map<String, Word> values = new LinkedHashMap<>();
    private final Map<String, Word> flags = new LinkedHashMap<>();
    private final List<Word> bare = new ArrayList<>();
    private final Grammar grammar;
    private final Problems problems;

    private Arguments(Grammar grammar, Problems problems) {
        this.grammar = grammar;
        this.problems = problems;
    }

    /** Sorts the words up to the first that fits nowhere, which becomes a problem. */
    static Arguments read(Grammar grammar, List<Word> words, Problems problems) {
        Arguments arguments = new Arguments(grammar, problems);
        int at = 0;
        while (at < words.size() && problems.none()) {
            at = arguments.take(words, at);
        }
        return arguments;
    }

    private int take(List<Word> words, int at) {
        Word word = words.get(at);
        Optional<Keyword> keyword = grammar.find(word.text());
        if (keyword.isEmpty()) {
            takeBare(word);
            return at + 1;
        }
        return switch (keyword.get().kind()) {
            case FLAG -> takeFlag(keyword.get(), word, at);
            case VALUE -> takeValue(keyword.get(), words, at);
            case UNMODELLED -> refuse(word, words.size());
        };
    }

    private void takeBare(Word word) {
        boolean room =
                !grammar.bare().isEmpty() && bare.isEmpty() && !word.text().isEmpty();
        if (room) {
            bare.add(word);
        } else {
            String message = grammar.command() + ": unexpected word '" + word.text() + "'";
            problems.unknown(word, Code.UNKNOWN_OPTION, message, grammar.words());
        }
    }

    private int takeFlag(Keyword keyword, Word word, int at) {
        flags.put(keyword.name(), word);
        return at + 1;
    }

    private int takeValue(Keyword keyword, List<Word> words, int at) {
        if (at + 1 == words.size()) {
            problems.missing(grammar.command() + ": a value is missing after '"
                    + keyword.spellings().get(0) + "'");
            return at + 1;
        }
        if (values.putIfAbsent(keyword.name(), words.get(at + 1)) != null) {
            problems.bad(
                    words.get(at),
                    grammar.command() + ": '" + keyword.spellings().get(0) + "' is given twice");
        }
        return at + 2;
    }

    private int refuse(Word word, int end) {
        problems.at(word, Code.UNKNOWN_OPTION, grammar.command() + ": nfstep does not model '" + word.text() + "'");
        return end;
    }

    boolean has(String flag) {
        return flags.containsKey(flag);
    }

    /** The flag as it was written, if it was. */
    Optional<Word> flag(String name) {
        return Optional.ofNullable(flags.get(name));
    }

    /** The value of a keyword. */
    Optional<Word> value(String keyword) {
        return Optional.ofNullable(values.get(keyword));
    }

    /** The word that is no keyword. */
    Optional<Word> bare() {
        return bare.stream().findFirst();
    }

    /** The value of a keyword, or the word without one; not both. */
    Optional<Word> valueOrBare(String keyword) {
        if (value(keyword).isPresent() && bare().isPresent()) {
            problems.unknown(
                    bare().get(),
                    Code.UNKNOWN_OPTION,
                    grammar.command() + ": unexpected word '" + bare().get().text() + "'",
                    grammar.words());
        }
        return value(keyword).or(this::bare);
    }
}
