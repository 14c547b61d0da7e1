package nfstep.rules.xt;

import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import nfstep.source.Nearest;

/** Words as {@code iptables-save} prints them: {@code xtables_save_string}. */
final class Quoting {
    private Quoting() {}

    /** The word as it is if that is harmless, else in double quotes with backslashes. */
    static String word(String word) {
        return !word.isEmpty() && word.chars().allMatch(Quoting::isPlain) ? word : quote(word);
    }

    /** An option with the words with which it was written. */
    static String asWritten(OptionUse use) {
        StringJoiner text = new StringJoiner(" ").add(Parts.option(use.inverted(), use.option(), ""));
        use.words().forEach(word -> text.add(bare(word)));
        return text.toString();
    }

    /** Options in the order and with the words in which they were written. */
    static String asWritten(List<OptionUse> uses) {
        return uses.stream().map(Quoting::asWritten).collect(Collectors.joining(" "));
    }

    /** The word as it is where a shell and iptables-restore read it so, else in double quotes. */
    static String bare(String word) {
        return isBare(word) ? word : quote(word);
    }

    private static boolean isBare(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> isPlain(c) || ".,:/+@%=[]".indexOf(c) >= 0);
    }

    /** What was probably meant, as the end of a sentence; empty if nothing is near. */
    static String hint(String word, Collection<String> known) {
        return Nearest.among(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    /** As much of the text as fits into that many bytes of UTF-8. */
    static String cut(String text, int bytes) {
        int used = 0;
        int end = 0;
        while (end < text.length()) {
            int point = text.codePointAt(end);
            used += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
            if (used > bytes) {
                break;
            }
            end += Character.charCount(point);
        }
        return text.substring(0, end);
    }

    /** The word in double quotes. */
    static String quote(String word) {
        StringBuilder out = new StringBuilder(word.length() + 2).append('"');
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c == '"' || c == '\\' || c == '\'') {
                out.append('\\');
            }
            out.append(c);
        }
        return out.append('"').toString();
    }

    private static boolean isPlain(int c) {
        return c == '_' || c == '-' || (c < 0x80 && Character.isLetterOrDigit(c));
    }
}
