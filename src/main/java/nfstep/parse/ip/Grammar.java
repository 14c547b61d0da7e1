package nfstep.parse.ip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The words that may follow a command, in any order.
 *
 * @param command as a message names it
 * @param bare what a word is that is no keyword; empty if there is no such
 */
record Grammar(String command, String bare, List<Keyword> keywords) {
    static Grammar of(String command, String bare, Keyword... keywords) {
        return new Grammar(command, bare, List.of(keywords));
    }

    /** The keyword that a word is, as {@code ip} finds it: the first in its table. */
    Optional<Keyword> find(String text) {
        for (Keyword keyword : keywords) {
            if (keyword.spellings().contains(text)) {
                return Optional.of(keyword);
            }
        }
        return keywords.stream().filter(k -> k.reads(text)).findFirst();
    }

    /** All words that are read, for a suggestion. */
    List<String> words() {
        List<String> all = new ArrayList<>();
        for (Keyword keyword : keywords) {
            if (keyword.kind() != Keyword.Kind.UNMODELLED) {
                all.addAll(keyword.spellings());
            }
        }
        return all;
    }

    /** This grammar with more keywords. */
    Grammar with(Keyword... more) {
        List<Keyword> all = new ArrayList<>(keywords);
        all.addAll(List.of(more));
        return new Grammar(command, bare, all);
    }
}
