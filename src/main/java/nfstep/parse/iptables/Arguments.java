package nfstep.parse.iptables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nfstep.parse.Word;
import nfstep.source.Span;

/** Takes a command line apart as {@code getopt_long} of the GNU C library does, words that are no options in order. */
final class Arguments {
    private final List<Word> words;
    private final Vocabulary vocabulary;
    private int next = 1;
    /** The place of the next letter in a word such as {@code -nvL}; 0 outside of one. */
    private int letter;

    private int lastNext = 1;
    private int lastLetter;

    Arguments(Input input, Vocabulary vocabulary) {
        this.words = input.words();
        this.vocabulary = vocabulary;
    }

    /** Whether something is left before the end or a {@code --}. */
    boolean hasNext() {
        return letter > 0 || (next < words.size() && !words.get(next).is("--"));
    }

    /** The word behind {@code --}, if there is one. */
    Optional<Word> behindEnd() {
        return next + 1 < words.size() ? Optional.of(words.get(next + 1)) : Optional.empty();
    }

    Argument next() {
        lastNext = next;
        lastLetter = letter;
        if (letter > 0) {
            return shortOption(words.get(next));
        }
        Word word = words.get(next);
        if (word.text().startsWith("--")) {
            next++;
            return longOption(word);
        }
        if (word.text().length() > 1 && word.text().charAt(0) == '-') {
            letter = 1;
            return shortOption(word);
        }
        next++;
        return new Argument.Plain(word);
    }

    /** The last argument will be read once more. */
    void again() {
        next = lastNext;
        letter = lastLetter;
    }

    /** Takes the next word if it is neither an option nor a {@code !}: {@code xs_has_arg}. */
    Optional<Word> word() {
        if (letter > 0 || next >= words.size() || isOption(words.get(next).text())) {
            return Optional.empty();
        }
        return Optional.of(words.get(next++));
    }

    private static boolean isOption(String text) {
        return text.startsWith("-") || text.startsWith("!");
    }

    private Argument shortOption(Word word) {
        String text = word.text();
        Optional<BaseOption> option = BaseOption.of(text.charAt(letter++));
        boolean last = letter == text.length();
        if (option.isEmpty()) {
            leave(last);
            return new Argument.Unknown(word, "unknown option \"" + text + "\"");
        }
        if (option.get().value() == BaseOption.Value.NONE) {
            leave(last);
            return new Argument.Base(word, option.get(), Optional.empty());
        }
        Optional<Word> rest = last ? Optional.empty() : Optional.of(part(word, letter));
        leave(true);
        return base(word, option.get(), rest);
    }

    private void leave(boolean last) {
        if (last) {
            letter = 0;
            next++;
        }
    }

    private Argument base(Word word, BaseOption option, Optional<Word> attached) {
        Optional<Word> value = attached.isEmpty() && option.value() == BaseOption.Value.NEEDED ? take() : attached;
        if (value.isEmpty() && option.value() == BaseOption.Value.NEEDED) {
            return new Argument.Incomplete(word);
        }
        boolean whole = attached.isPresent() && option.takesWholeWord();
        return new Argument.Base(word, option, whole ? Optional.of(word) : value);
    }

    private Optional<Word> take() {
        return next < words.size() ? Optional.of(words.get(next++)) : Optional.empty();
    }

    private Argument longOption(Word word) {
        int equals = word.text().indexOf('=');
        String name = word.text().substring(2, equals < 0 ? word.text().length() : equals);
        List<Vocabulary.Meaning> meanings = vocabulary.meanings(name);
        if (meanings.size() > 1) {
            return new Argument.Unknown(
                    word, "option \"--" + name + "\" is the beginning of several: " + list(meanings));
        }
        boolean useless = equals >= 0 && meanings.stream().anyMatch(it -> it.value() == BaseOption.Value.NONE);
        if (meanings.isEmpty() || useless) {
            return new Argument.Unknown(word, "unknown option \"" + word.text() + "\"");
        }
        return longOption(word, meanings.get(0), equals < 0 ? Optional.empty() : Optional.of(part(word, equals + 1)));
    }

    private Argument longOption(Word word, Vocabulary.Meaning meaning, Optional<Word> attached) {
        if (meaning instanceof Vocabulary.OfBase base) {
            return base(word, base.option(), attached);
        }
        Vocabulary.OfExtension extra = (Vocabulary.OfExtension) meaning;
        boolean needed = extra.value() == BaseOption.Value.NEEDED;
        Optional<Word> value = needed && attached.isEmpty() ? take() : attached;
        if (needed && value.isEmpty()) {
            return new Argument.Incomplete(word);
        }
        return new Argument.Extra(word, extra.owner(), extra.option(), value);
    }

    private static String list(List<Vocabulary.Meaning> meanings) {
        return meanings.stream().map(it -> "--" + it.name()).collect(Collectors.joining(", "));
    }

    /** The end of a word; its place is exact where no quotes were taken away. */
    private static Word part(Word word, int from) {
        String text = word.text().substring(from);
        Span span = word.span();
        boolean exact = span.length() == word.text().length();
        return new Word(text, exact ? new Span(span.line(), span.column() + from, text.length()) : span);
    }
}
