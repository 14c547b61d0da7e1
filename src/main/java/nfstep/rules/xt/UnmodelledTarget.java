package nfstep.rules.xt;

import java.util.Optional;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;

/**
 * A target that iptables knows and nfstep does not model: it is kept and printed, and a packet that
 * meets it is uncertain.
 *
 * @param options as iptables-save prints them
 * @param needsConntrack whether it switches connection tracking on
 * @param place where the kernel loads it
 */
public record UnmodelledTarget(String name, String options, boolean needsConntrack, Place place) implements Target {
    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.goOn(new Effect.Unmodelled("-j " + name));
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
