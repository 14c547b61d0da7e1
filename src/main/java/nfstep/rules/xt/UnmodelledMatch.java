package nfstep.rules.xt;

import java.util.Optional;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;

/**
 * A match that iptables knows and nfstep does not model: it is kept and printed, and a packet that
 * meets it is uncertain.
 *
 * @param options as iptables-save prints them
 * @param needsConntrack whether it switches connection tracking on
 * @param place where the kernel loads it
 */
public record UnmodelledMatch(String name, String options, boolean needsConntrack, Place place) implements Match {
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
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return place.refusal(table, hook);
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(name, options);
    }
}
