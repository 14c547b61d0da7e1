package nfstep.debugger;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nfstep.rules.Hook;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;
import nfstep.source.Nearest;
import nfstep.source.Outcome;

/** Reads breakpoints as users write them: {@code filter/FORWARD:3}, {@code nat/DOCKER}, {@code forward}, {@code drop}. */
public final class BreakpointText {
    private static final String FORMS =
            "write TABLE/CHAIN:RULE, TABLE/CHAIN, a hook, 'verdict ACCEPT', 'verdict DROP', 'translation' or 'drop'";

    private BreakpointText() {}

    /** The breakpoint that the text names. */
    public static Outcome<Breakpoint> parse(String text) {
        String[] words = text.strip().split("\\s+", -1);
        String first = words[0].toLowerCase(Locale.ROOT);
        if (words.length == 2 && first.equals("verdict")) {
            return verdict(words[1]);
        }
        if (words.length != 1 || first.isEmpty()) {
            return Outcome.refused("no such place: " + text.strip() + "; " + FORMS);
        }
        if (first.equals("drop")) {
            return Outcome.done(new Breakpoint.AtDrop());
        }
        if (first.equals("translation") || first.equals("nat")) {
            return Outcome.done(new Breakpoint.AtTranslation());
        }
        return words[0].contains("/") ? chain(words[0]) : hook(words[0]);
    }

    private static Outcome<Breakpoint> verdict(String word) {
        return switch (word.toUpperCase(Locale.ROOT)) {
            case "ACCEPT" -> Outcome.done(new Breakpoint.AtVerdict(Verdict.ACCEPT));
            case "DROP" -> Outcome.done(new Breakpoint.AtVerdict(Verdict.DROP));
            default -> Outcome.refused("no such verdict: " + word + "; write ACCEPT or DROP");
        };
    }

    private static Outcome<Breakpoint> hook(String word) {
        List<String> names = Arrays.stream(Hook.values()).map(Hook::name).toList();
        String upper = word.toUpperCase(Locale.ROOT);
        if (names.contains(upper)) {
            return Outcome.done(new Breakpoint.AtHook(Hook.valueOf(upper)));
        }
        String hint =
                Nearest.among(upper, names).map(n -> "did you mean " + n + "?").orElse(FORMS);
        return Outcome.refused("no such hook: " + word + "; " + hint);
    }

    private static Outcome<Breakpoint> chain(String word) {
        int slash = word.indexOf('/');
        String tableWord = word.substring(0, slash).toLowerCase(Locale.ROOT);
        Optional<TableName> table = TableName.of(tableWord);
        if (table.isEmpty()) {
            List<String> names =
                    Arrays.stream(TableName.values()).map(TableName::word).toList();
            String hint = Nearest.among(tableWord, names)
                    .map(n -> "did you mean " + n + "?")
                    .orElse("write one of " + String.join(", ", names));
            return Outcome.refused("no such table: " + tableWord + "; " + hint);
        }
        return rule(table.get(), word.substring(slash + 1));
    }

    private static Outcome<Breakpoint> rule(TableName table, String rest) {
        int colon = rest.indexOf(':');
        String chain = colon < 0 ? rest : rest.substring(0, colon);
        if (chain.isEmpty()) {
            return Outcome.refused("the chain is missing; " + FORMS);
        }
        if (colon < 0) {
            return Outcome.done(new Breakpoint.AtChain(table, chain));
        }
        String number = rest.substring(colon + 1);
        return number.matches("[1-9][0-9]{0,8}")
                ? Outcome.done(new Breakpoint.AtRule(table, chain, Integer.parseInt(number)))
                : Outcome.refused("not a rule number: " + number + "; rules are counted from 1");
    }
}
