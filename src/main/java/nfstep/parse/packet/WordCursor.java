package nfstep.parse.packet;

import java.util.List;
import java.util.regex.Pattern;
import nfstep.parse.Word;

/** A place in a list of words. */
final class WordCursor {
    private final List<Word> words;
    private int at;

    WordCursor(List<Word> words) {
        this.words = words;
    }

    boolean atEnd() {
        return at == words.size();
    }

    /** The next word; an empty one at the end. */
    Word peek() {
        return at < words.size() ? words.get(at) : endOfText();
    }

    /** The word behind the next one; an empty one at the end. */
    Word second() {
        return at + 1 < words.size() ? words.get(at + 1) : endOfText();
    }

    /** The next word, and one further. */
    Word next() {
        Word word = peek();
        at = Math.min(at + 1, words.size());
        return word;
    }

    /** One further if the next word reads like that. */
    boolean skip(String text) {
        boolean found = peek().is(text);
        at += found ? 1 : 0;
        return found;
    }

    boolean nextMatches(Pattern pattern) {
        return pattern.matcher(peek().text()).matches();
    }

    /** The words from the next one to the one that closes its bracket, with blanks between them. */
    String group(char open, char close) {
        StringBuilder group = new StringBuilder();
        int depth = 0;
        do {
            String text = next().text();
            depth += count(text, open) - count(text, close);
            group.append(group.isEmpty() ? "" : " ").append(text);
        } while (depth > 0 && !atEnd());
        return group.toString();
    }

    /** The rest, with blanks between the words. */
    String rest() {
        return String.join(
                " ", words.subList(at, words.size()).stream().map(Word::text).toList());
    }

    private Word endOfText() {
        Word last = words.isEmpty() ? Reading.START : words.get(words.size() - 1);
        return Reading.from(last, last.text().length());
    }

    private static int count(String text, char wanted) {
        return (int) text.chars().filter(c -> c == wanted).count();
    }
}
