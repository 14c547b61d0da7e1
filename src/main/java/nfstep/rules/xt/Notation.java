package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * The options of an extension in one line, for those that are not modelled.
 *
 * <p>A name is an option; {@code =} behind it stands for a word that it takes, with the code of a {@link WordKind}.
 * {@code !} before it says that it can be inverted, {@code *} that it must be there, {@code +} that it can be repeated,
 * {@code /} joins synonyms, {@code >} leads to another option that it asks for. Of options in parentheses, one at most
 * goes; of those in braces, any. A {@code *} behind the opening sign asks for one of them. Options are saved in the order
 * of the line, unless some can be repeated.
 */
final class Notation {
    private static final String HELP = "see iptables-extensions(8)";

    private final List<OptionSpec> specs = new ArrayList<>();
    private final Map<String, WordKind> kinds = new TreeMap<>();
    private final List<List<String>> synonyms = new ArrayList<>();
    private final List<String> repeatable = new ArrayList<>();
    private final List<String> mandatory = new ArrayList<>();
    private final List<List<String>> needs = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    /** Options between an opening and a closing sign. */
    private record Group(boolean exclusive, boolean needed, List<String> names) {}

    private Notation(String line) {
        Group open = new Group(false, false, new ArrayList<>());
        for (String word : line.isEmpty() ? new String[0] : line.split(" ", -1)) {
            if (word.startsWith("(") || word.startsWith("{")) {
                open = new Group(word.startsWith("("), word.endsWith("*"), new ArrayList<>());
                groups.add(open);
            } else if (word.equals(")") || word.equals("}")) {
                open = new Group(false, false, new ArrayList<>());
            } else {
                open.names().add(option(word));
            }
        }
    }

    /** The options that a line stands for. */
    static Notation of(String line) {
        return new Notation(line);
    }

    /** Enters an option, unless it is known from before, and says its name. */
    private String option(String word) {
        int equals = word.indexOf('=');
        String marks = equals < 0 ? word : word.substring(0, equals);
        String bare = marks.replace("*", "").replace("!", "").replace("+", "");
        int needed = bare.indexOf('>');
        List<String> names = List.of((needed < 0 ? bare : bare.substring(0, needed)).split("/", -1));
        String first = names.get(0);
        if (specs.stream().anyMatch(spec -> spec.name().equals(first))) {
            return first;
        }
        int arity = equals < 0 ? 0 : word.startsWith("==", equals) ? 2 : 1;
        names.forEach(name -> specs.add(new OptionSpec(name, arity, marks.contains("!"), HELP)));
        kinds.put(first, WordKind.of(arity == 1 ? word.substring(equals + 1) : ""));
        enter(names.size() > 1, synonyms, names);
        enter(needed >= 0, needs, List.of(first, bare.substring(needed + 1)));
        enter(marks.contains("+"), repeatable, first);
        enter(marks.contains("*"), mandatory, first);
        return first;
    }

    private static <T> void enter(boolean applies, List<T> all, T one) {
        if (applies) {
            all.add(one);
        }
    }

    /** The options and how they go together. */
    Options options() {
        Options options = Options.of(specs.toArray(OptionSpec[]::new)).repeatable(repeatable.toArray(String[]::new));
        for (List<String> same : synonyms) {
            options = options.same(same.toArray(String[]::new));
        }
        for (String name : mandatory) {
            options = options.needsOneOf(name);
        }
        for (List<String> pair : needs) {
            options = options.needing(pair.get(0), pair.get(1));
        }
        for (Group group : groups) {
            String[] names = group.names().toArray(String[]::new);
            options = group.needed() ? options.needsOneOf(names) : options;
            options = group.exclusive() ? options.excluding(names) : options;
        }
        return options;
    }

    /** The options of a rule as they are saved; says what is wrong with a word. */
    String text(Reading reading, List<OptionUse> uses) {
        StringJoiner text = new StringJoiner(" ");
        for (OptionUse use : repeatable.isEmpty() ? sorted(uses) : uses) {
            if (use.words().size() != 1) {
                text.add(Quoting.asWritten(use));
            } else {
                kinds.getOrDefault(use.option(), WordKind.ANY)
                        .text(reading, use)
                        .ifPresent(word -> text.add(Parts.option(use.inverted(), use.option(), word)));
            }
        }
        return text.toString();
    }

    private List<OptionUse> sorted(List<OptionUse> uses) {
        List<OptionUse> sorted = new ArrayList<>();
        for (OptionSpec spec : specs) {
            uses.stream().filter(use -> use.option().equals(spec.name())).forEach(sorted::add);
        }
        return sorted;
    }
}
