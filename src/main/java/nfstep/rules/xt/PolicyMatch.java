package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.source.Outcome;

/**
 * {@code -m policy}: compares what IPsec did to a packet, or is to do. There is no IPsec in a lab, so that it meets all
 * packets with {@code --pol none} and no packet without it.
 *
 * <p>Source: iptables-extensions(8), "policy"; kernel {@code net/netfilter/xt_policy.c}, {@code policy_mt}.
 *
 * @param in whether it asks for what was done, not for what is to be done
 * @param elements empty with {@code --pol none}
 */
public record PolicyMatch(boolean in, boolean none, boolean strict, List<PolicyElement> elements) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "policy",
            "Compares what IPsec does with a packet.",
            Options.of(
                            OptionSpec.of("dir", "in|out"),
                            OptionSpec.of("pol", "none|ipsec"),
                            OptionSpec.flag("strict", "the elements are all there is, in this order"),
                            OptionSpec.invertible("reqid", "NUMBER"),
                            OptionSpec.invertible("spi", "NUMBER"),
                            OptionSpec.invertible("tunnel-src", "ADDRESS[/MASK]"),
                            OptionSpec.invertible("tunnel-dst", "ADDRESS[/MASK]"),
                            OptionSpec.invertible("proto", "ah|esp|ipcomp"),
                            OptionSpec.invertible("mode", "transport|tunnel"),
                            OptionSpec.flag("next", "the next element begins; needs --strict"))
                    .repeatable("reqid", "spi", "tunnel-src", "tunnel-dst", "proto", "mode", "next")
                    .needsOneOf("dir")
                    .needing("next", "strict"),
            PolicyMatch::read);

    /** {@code XT_POLICY_MAX_ELEM}. */
    private static final int MOST_ELEMENTS = 4;

    public PolicyMatch {
        elements = List.copyOf(elements);
    }

    private static Outcome<Match> read(Reading reading) {
        boolean in = word(reading, reading.required("dir"), "in", "out");
        boolean none = reading.value("pol", false, use -> word(reading, use, "none", "ipsec"));
        boolean strict = reading.has("strict");
        List<PolicyElement> elements = elements(reading);
        if (none && strict) {
            reading.refuse("--pol none and --strict exclude each other");
        } else if (strict && elements.stream().anyMatch(PolicyElement::isEmpty)) {
            reading.refuse("--strict asks for an element: write --reqid, --spi, --proto or --mode behind it");
        } else if (elements.size() > MOST_ELEMENTS) {
            reading.refuse("takes at most " + MOST_ELEMENTS + " elements");
        }
        return reading.made(() -> new PolicyMatch(in, none, strict, none ? List.of() : elements));
    }

    private static boolean word(Reading reading, OptionUse use, String yes, String no) {
        if (!use.word().equals(yes) && !use.word().equals(no)) {
            reading.refuse(use, "takes " + yes + " or " + no + ", not " + Quoting.quote(use.word()));
        }
        return use.word().equals(yes);
    }

    private static List<PolicyElement> elements(Reading reading) {
        List<PolicyElement> elements = new ArrayList<>();
        List<OptionUse> uses = new ArrayList<>();
        for (OptionUse use : reading.setting().options()) {
            if (use.option().equals("next")) {
                elements.add(PolicyElement.read(reading, uses));
                uses.clear();
            } else {
                uses.add(use);
            }
        }
        elements.add(PolicyElement.read(reading, uses));
        return elements;
    }

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public boolean matches(MatchContext context) {
        return none;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), in ? "it did not come by IPsec" : "it does not leave by IPsec");
    }

    /** {@code policy_mt_check}. */
    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        Place place = in
                ? Place.at(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD)
                : Place.at(Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);
        return place.refusal(table, hook);
    }

    @Override
    public String options() {
        return Parts.join(
                "--dir " + (in ? "in" : "out"),
                "--pol " + (none ? "none" : "ipsec"),
                strict ? "--strict" : "",
                elements.stream().map(PolicyElement::options).collect(Collectors.joining(" --next ")));
    }

    @Override
    public String listing(boolean numeric) {
        List<String> parts = new ArrayList<>();
        parts.add("policy match dir " + (in ? "in" : "out") + " pol " + (none ? "none" : "ipsec"));
        parts.add(strict ? "strict" : "");
        for (int i = 0; i < elements.size(); i++) {
            parts.add(elements.size() > 1 ? "[" + i + "]" : "");
            parts.add(elements.get(i).listing(numeric));
        }
        return Parts.join(parts.toArray(String[]::new));
    }
}
