package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.parse.Word;
import nfstep.source.Code;

/** The options of {@code iptables-save} and {@code iptables-restore} on a command line, as getopt_long(3) finds them. */
final class Flags {
    private final Input input;
    private final List<Flag> known;
    private final Map<Character, Word> found = new LinkedHashMap<>();
    private final List<Word> plain = new ArrayList<>();
    private int next = 1;

    /** An option by its letter and its name. */
    record Flag(char letter, String name, boolean takesWord) {
        /** {@code -w} takes the next word if it is a number. */
        boolean takesNumber() {
            return letter == 'w';
        }
    }

    Flags(Input input, List<Flag> known) {
        this.input = input;
        this.known = known;
    }

    Flags read() {
        while (next < input.words().size()) {
            Word word = input.words().get(next++);
            if (word.text().startsWith("--")) {
                longOption(word);
            } else if (word.text().startsWith("-") && word.text().length() > 1) {
                shortOptions(word);
            } else {
                plain.add(word);
            }
        }
        return this;
    }

    boolean has(char letter) {
        return found.containsKey(letter);
    }

    /** The word behind an option, or the option itself if it takes none. */
    Optional<Word> word(char letter) {
        return Optional.ofNullable(found.get(letter));
    }

    /** The words that belong to no option. */
    List<Word> plain() {
        return plain;
    }

    private void longOption(Word word) {
        int equals = word.text().indexOf('=');
        String name = word.text().substring(2, equals < 0 ? word.text().length() : equals);
        List<Flag> meant =
                known.stream().filter(it -> it.name().startsWith(name)).toList();
        Flag flag = known.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseGet(() -> meant.size() == 1 ? meant.get(0) : unknown(word));
        if (equals >= 0) {
            found.put(flag.letter(), new Word(word.text().substring(equals + 1), word.span()));
        } else {
            take(flag, word);
        }
    }

    private void shortOptions(Word word) {
        String text = word.text();
        for (int i = 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            Flag flag = known.stream()
                    .filter(it -> it.letter() == letter)
                    .findFirst()
                    .orElseGet(() -> unknown(word));
            if (flag.takesWord() && i + 1 < text.length()) {
                found.put(letter, new Word(text.substring(i + 1), word.span()));
                return;
            }
            take(flag, word);
        }
    }

    private void take(Flag flag, Word word) {
        if (flag.takesNumber()
                && next < input.words().size()
                && isNumber(input.words().get(next))) {
            next++;
        }
        if (!flag.takesWord()) {
            found.put(flag.letter(), word);
            return;
        }
        if (next == input.words().size()) {
            throw input.problem(Code.MISSING_VALUE, word, "option \"" + word.text() + "\" requires an argument");
        }
        found.put(flag.letter(), input.words().get(next++));
    }

    private static boolean isNumber(Word word) {
        return Numbers.decimal(word.text()).isPresent();
    }

    private Flag unknown(Word word) {
        throw input.unknown(
                Code.UNKNOWN_OPTION,
                word,
                "unknown option \"" + word.text() + "\"",
                known.stream().map(it -> "--" + it.name()).toList());
    }
}
