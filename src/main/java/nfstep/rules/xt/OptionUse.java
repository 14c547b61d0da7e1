package nfstep.rules.xt;

import java.util.List;

/**
 * An option as a rule uses it.
 *
 * @param option the option's full name, without the dashes
 * @param words what follows it, as many as it takes
 */
public record OptionUse(String option, boolean inverted, List<String> words) {
    public OptionUse {
        words = List.copyOf(words);
    }

    /** The one word that follows it. */
    public String word() {
        return words.get(0);
    }
}
