package nfstep.rules.xt;

import java.util.List;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;

/**
 * A match that iptables knows and nfstep does not model: it is kept and printed as it was written, and a packet that
 * meets it is uncertain.
 */
public record UnmodelledMatch(String name, List<OptionUse> uses, boolean needsConntrack) implements Match {
    public UnmodelledMatch {
        uses = List.copyOf(uses);
    }

    /** The match with the options of a rule; it switches nothing on. */
    static UnmodelledMatch of(String name, RuleSetting setting) {
        return new UnmodelledMatch(name, setting.options(), false);
    }

    /** Not asked: see {@link #isModelled}. */
    @Override
    public boolean matches(MatchContext context) {
        return false;
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "not modelled");
    }

    @Override
    public boolean isModelled() {
        return false;
    }

    @Override
    public String options() {
        return Quoting.asWritten(uses);
    }
}
