package nfstep.rules.xt;

import java.util.Optional;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;

/**
 * {@code -j TRACE}: has the kernel log each rule that the packet matches from here on.
 *
 * <p>Source: iptables-extensions(8), "TRACE"; kernel {@code net/netfilter/xt_TRACE.c}, {@code trace_tg}.
 */
public record TraceTarget() implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "TRACE",
            "Has each rule that the packet matches logged.",
            Options.NONE,
            reading -> reading.made(TraceTarget::new));

    @Override
    public String name() {
        return "TRACE";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.goOn(new Effect.Trace());
    }

    @Override
    public String options() {
        return "";
    }

    @Override
    public boolean isExpression() {
        return true;
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.RAW);
    }
}
