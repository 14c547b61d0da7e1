package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;

/**
 * The options of an extension in one line, for those that are not modelled.
 *
 * <p>A name is an option; {@code =} behind it stands for a word that it takes, {@code !} before it says that it can be
 * inverted, {@code *} that it must be there, {@code +} that it can be repeated, {@code /} joins synonyms, {@code >} leads
 * to another option that it asks for. Of options in parentheses, one at most goes; of those in braces, any. A {@code *}
 * behind the opening sign asks for one of them.
 */
final class Notation {
    private static final String HELP = "see iptables-extensions(8)";

    private final List<OptionSpec> specs = new ArrayList<>();
    private final List<List<String>> synonyms = new ArrayList<>();
    private final List<String> repeatable = new ArrayList<>();
    private final List<String> mandatory = new ArrayList<>();
    private final List<List<String>> needs = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();

    /** Options between an opening and a closing sign. */
    record Group(boolean exclusive, boolean needed, List<String> names) {}

    private Notation() {}

    /** The options that a line stands for. */
    static Options read(String line) {
        Notation notation = new Notation();
        Group open = new Group(false, false, new ArrayList<>());
        for (String word : line.isEmpty() ? new String[0] : line.split(" ", -1)) {
            if (word.startsWith("(") || word.startsWith("{")) {
                open = new Group(word.startsWith("("), word.endsWith("*"), new ArrayList<>());
                notation.groups.add(open);
            } else if (!word.equals(")") && !word.equals("}")) {
                open.names().add(notation.option(word));
            } else {
                open = new Group(false, false, new ArrayList<>());
            }
        }
        return notation.options();
    }

    /** Enters an option, unless it is known from before, and says its name. */
    private String option(String word) {
        int arity = word.length() - word.replace("=", "").length();
        String bare = word.replace("=", "").replace("*", "").replace("!", "").replace("+", "");
        int needed = bare.indexOf('>');
        List<String> names = List.of((needed < 0 ? bare : bare.substring(0, needed)).split("/", -1));
        String first = names.get(0);
        if (specs.stream().anyMatch(spec -> spec.name().equals(first))) {
            return first;
        }
        names.forEach(name -> specs.add(new OptionSpec(name, arity, word.contains("!"), HELP)));
        enter(names.size() > 1, synonyms, names);
        enter(needed >= 0, needs, List.of(first, bare.substring(needed + 1)));
        enter(word.contains("+"), repeatable, first);
        enter(word.contains("*"), mandatory, first);
        return first;
    }

    private static <T> void enter(boolean applies, List<T> all, T one) {
        if (applies) {
            all.add(one);
        }
    }

    private Options options() {
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
}
