package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;

/**
 * A target that iptables knows and nfstep does not model: it is kept and printed as it was written, and a packet that
 * meets it is uncertain.
 *
 * @param needsConntrack whether it switches connection tracking on
 * @param place where the kernel loads it
 */
public record UnmodelledTarget(String name, List<OptionUse> uses, boolean needsConntrack, Place place)
        implements Target {
    public UnmodelledTarget {
        uses = List.copyOf(uses);
    }

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
    public String options() {
        return Quoting.asWritten(uses);
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(name, options());
    }
}
