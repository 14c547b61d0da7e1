package nfstep.rules.xt;

import java.util.Optional;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;

/**
 * {@code -j NOTRACK}: takes the packet out of connection tracking; the older name of {@code -j CT --notrack}.
 *
 * <p>Source: iptables-extensions(8), "NOTRACK"; kernel {@code net/netfilter/xt_CT.c}, {@code xt_ct_target}.
 */
public record NotrackTarget() implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "NOTRACK",
            "Takes the packet out of connection tracking.",
            Options.NONE,
            reading -> reading.made(NotrackTarget::new));

    @Override
    public String name() {
        return "NOTRACK";
    }

    @Override
    public String listedName() {
        return "CT";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.goOn(new Effect.Untrack());
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.RAW);
    }

    @Override
    public String options() {
        return "";
    }

    @Override
    public String listing(boolean numeric) {
        return "NOTRACK";
    }
}
