package nfstep.rules.xt;

import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m state}: compares the packet's state; the older name of {@code -m conntrack --ctstate}, without SNAT and DNAT.
 *
 * <p>Source: iptables-extensions(8), "state"; kernel {@code net/netfilter/xt_conntrack.c}, {@code conntrack_mt}.
 */
public record StateMatch(CtStates states) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "state",
            "Compares the packet's connection tracking state.",
            Options.of(OptionSpec.invertible(
                            "state", "STATE[,STATE...]  INVALID, NEW, ESTABLISHED, RELATED, UNTRACKED"))
                    .needsOneOf("state"),
            StateMatch::read);

    private static Outcome<Match> read(Reading reading) {
        CtStates states = CtStates.read(reading, reading.required("state"), false);
        return reading.made(() -> new StateMatch(states));
    }

    @Override
    public String name() {
        return "state";
    }

    @Override
    public boolean matches(MatchContext context) {
        return states.holds(context);
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), CtStates.seen(context));
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public String options() {
        return Parts.option(states.inverted(), "state", states.words());
    }

    @Override
    public String listing(boolean numeric) {
        return (states.inverted() ? "! " : "") + "state " + states.words();
    }
}
