package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The options that an extension knows and how they go together: {@code struct xt_option_entry} of libxtables.
 *
 * @param synonyms groups of names for the same option, the one that iptables-save prints first
 * @param repeatable options that may be given more than once
 */
record Options(List<OptionSpec> specs, List<List<String>> synonyms, Set<String> repeatable, List<Check> checks) {
    /** No options at all. */
    static final Options NONE = of();

    private static final int MOST_NAMED = 7;

    /** A condition on the options of one rule; the answer says what is wrong with them. */
    @FunctionalInterface
    interface Check {
        /** What is wrong, if something is. */
        Optional<String> complaint(Options options, RuleSetting setting);
    }

    Options {
        specs = List.copyOf(specs);
        synonyms = List.copyOf(synonyms);
        repeatable = Set.copyOf(repeatable);
        checks = List.copyOf(checks);
    }

    /** Options that can be combined at will, each used once at most. */
    static Options of(OptionSpec... specs) {
        return new Options(List.of(specs), List.of(), Set.of(), List.of());
    }

    /** These options, of which some are names for the same one; the name that is printed comes first. */
    Options same(String... names) {
        List<List<String>> all = new ArrayList<>(synonyms);
        all.add(List.of(names));
        return new Options(specs, all, repeatable, checks);
    }

    /** These options, of which some may be given more than once. */
    Options repeatable(String... names) {
        return new Options(specs, synonyms, Set.of(names), checks);
    }

    /** These options, one of which must be there. */
    Options needsOneOf(String... names) {
        return with((options, setting) -> List.of(names).stream().anyMatch(n -> options.has(setting, n))
                ? Optional.empty()
                : Optional.of(missing(names)));
    }

    /** These options, of which no two of some go together. */
    Options excluding(String... names) {
        return with((options, setting) -> {
            List<String> used =
                    List.of(names).stream().filter(n -> options.has(setting, n)).toList();
            return used.size() < 2
                    ? Optional.empty()
                    : Optional.of(
                            "option \"--" + used.get(1) + "\" cannot be used together with \"--" + used.get(0) + "\"");
        });
    }

    /** These options, one of which asks for another. */
    Options needing(String name, String other) {
        return with((options, setting) -> options.has(setting, name) && !options.has(setting, other)
                ? Optional.of("option \"--" + name + "\" also requires \"--" + other + "\"")
                : Optional.empty());
    }

    /** The name under which an option is printed. */
    String principal(String name) {
        // loops, here and below: a restore asks for each option of each rule
        for (List<String> group : synonyms) {
            if (group.contains(name)) {
                return group.get(0);
            }
        }
        return name;
    }

    /** Whether the option was given, under any of its names. */
    boolean has(RuleSetting setting, String name) {
        for (OptionUse use : setting.options()) {
            if (principal(use.option()).equals(name)) {
                return true;
            }
        }
        return false;
    }

    /** What is wrong with the options of a rule, before their words are looked at. */
    Optional<String> complaint(RuleSetting setting) {
        Set<String> used = new HashSet<>();
        for (OptionUse use : setting.options()) {
            if (use.inverted() && !isInvertible(use.option())) {
                return Optional.of("option \"--" + use.option() + "\" cannot be inverted: leave out the \"!\"");
            }
            String name = principal(use.option());
            if (!used.add(name) && !repeatable.contains(name)) {
                return Optional.of("option \"--" + use.option() + "\" can only be used once");
            }
        }
        for (Check check : checks) {
            Optional<String> complaint = check.complaint(this, setting);
            if (complaint.isPresent()) {
                return complaint;
            }
        }
        return Optional.empty();
    }

    private boolean isInvertible(String name) {
        return specs.stream().anyMatch(spec -> spec.name().equals(name) && spec.invertible());
    }

    private Options with(Check check) {
        List<Check> all = new ArrayList<>(checks);
        all.add(check);
        return new Options(specs, synonyms, repeatable, all);
    }

    private static String missing(String... names) {
        if (names.length > MOST_NAMED) {
            return "at least one option must be specified, such as \"--" + names[0] + "\"";
        }
        return names.length == 1
                ? "option \"--" + names[0] + "\" must be specified"
                : "one of \"--" + String.join("\", \"--", names) + "\" must be specified";
    }
}
