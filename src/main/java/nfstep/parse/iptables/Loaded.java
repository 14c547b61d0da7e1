package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.parse.Word;
import nfstep.rules.xt.Extension;
import nfstep.rules.xt.OptionSpec;
import nfstep.rules.xt.OptionUse;
import nfstep.rules.xt.RuleSetting;
import nfstep.source.Outcome;

/** A match or target of the rule that is being read, with the options that it has got so far. */
final class Loaded {
    private final Extension<?> extension;
    private final Word at;
    private final List<OptionUse> uses = new ArrayList<>();
    private final List<Word> places = new ArrayList<>();

    /** The word {@code at} made it known. */
    Loaded(Extension<?> extension, Word at) {
        this.extension = extension;
        this.at = at;
    }

    String name() {
        return extension.name();
    }

    Word at() {
        return at;
    }

    Optional<OptionSpec> option(String name) {
        return extension.options().stream().filter(it -> it.name().equals(name)).findFirst();
    }

    List<OptionSpec> options() {
        return extension.options();
    }

    List<OptionUse> uses() {
        return uses;
    }

    void use(OptionUse use, Word where) {
        uses.add(use);
        places.add(where);
    }

    /** The match or target that its options make of it. */
    <T> Outcome<T> read(Class<T> type, RuleSetting setting) {
        return extension.read(setting).then(made -> Outcome.done(type.cast(made)));
    }

    /** The word that a refusal is about: the option that it names, the last that has it, or the extension's own. */
    Word blamed(String reason) {
        for (int i = uses.size() - 1; i >= 0; i--) {
            if (names(reason, "--" + uses.get(i).option())) {
                return places.get(i);
            }
        }
        return at;
    }

    private static boolean names(String reason, String option) {
        int at = reason.indexOf(option);
        int end = at + option.length();
        return at >= 0 && (end == reason.length() || !isNamePart(reason.charAt(end)));
    }

    private static boolean isNamePart(char c) {
        return c == '-' || Character.isLetterOrDigit(c);
    }
}
