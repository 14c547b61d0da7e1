package nfstep.rules.edit;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import nfstep.packet.AddressMask;
import nfstep.rules.BaseMatch;
import nfstep.rules.Counter;
import nfstep.rules.Rule;

/**
 * What a command says of a rule; with lists of addresses behind {@code -s} and {@code -d} it says it of several.
 *
 * @param rule the rule, or the first of several; its number means nothing
 * @param counter what {@code -c} presets
 * @param sources all addresses behind {@code -s} where there are several, else empty
 * @param destinations the same for {@code -d}
 */
public record RuleSpec(Rule rule, Counter counter, List<AddressMask> sources, List<AddressMask> destinations) {
    public RuleSpec {
        sources = List.copyOf(sources);
        destinations = List.copyOf(destinations);
        if (sources.size() == 1 || destinations.size() == 1) {
            throw new IllegalArgumentException("a list of one address");
        }
    }

    /** One rule whose counter starts at zero. */
    public static RuleSpec of(Rule rule) {
        return new RuleSpec(rule, Counter.ZERO, List.of(), List.of());
    }

    /** The rules, sources varying slower: {@code iptables.c}, {@code append_entry}. */
    public List<Rule> rules() {
        if (sources.isEmpty() && destinations.isEmpty()) {
            return List.of(rule);
        }
        List<Rule> rules = new ArrayList<>();
        for (BaseMatch base : bases(rule.base())) {
            rules.add(rule.withBase(base));
        }
        return rules;
    }

    /** The words of a command from the name of the chain on. */
    String behind(String chain) {
        List<String> parts = new ArrayList<>(List.of(chain, list("-s", sources), list("-d", destinations)));
        parts.add(base().toSyntax());
        rule.matches().forEach(match -> parts.add(match.toSyntax()));
        parts.add(counter.equals(Counter.ZERO) ? "" : "-c " + counter.packets() + " " + counter.bytes());
        parts.add(rule.action().toSyntax());
        parts.removeIf(String::isEmpty);
        return String.join(" ", parts);
    }

    /** The conditions that are not printed as lists. */
    private BaseMatch base() {
        AddressMask any = AddressMask.any(rule.base().family());
        BaseMatch base = sources.isEmpty() ? rule.base() : rule.base().withSource(any);
        return destinations.isEmpty() ? base : base.withDestination(any);
    }

    private static String list(String option, List<AddressMask> addresses) {
        return addresses.isEmpty()
                ? ""
                : option + " " + addresses.stream().map(AddressMask::toString).collect(joining(","));
    }

    private List<BaseMatch> bases(BaseMatch first) {
        List<BaseMatch> withSource = new ArrayList<>();
        sources.forEach(source -> withSource.add(first.withSource(source)));
        if (withSource.isEmpty()) {
            withSource.add(first);
        }
        if (destinations.isEmpty()) {
            return withSource;
        }
        List<BaseMatch> all = new ArrayList<>();
        withSource.forEach(base -> destinations.forEach(it -> all.add(base.withDestination(it))));
        return all;
    }
}
