package nfstep.rules.xt;

import java.util.Locale;
import java.util.Optional;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.source.Outcome;

/**
 * {@code -j DSCP}: changes the upper six bits of type of service or traffic class; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "DSCP"; kernel {@code net/netfilter/xt_DSCP.c}, {@code dscp_tg}.
 *
 * @param dscp 0 to 63
 */
public record DscpTarget(int dscp) implements Target {
    private static final int MOST = 63;
    private static final int CONGESTION = 3;

    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "DSCP",
            "Changes the upper six bits of type of service or traffic class.",
            Options.of(
                            OptionSpec.of("set-dscp", "VALUE  0 to 63"),
                            OptionSpec.of("set-dscp-class", "BE, EF, CS0 to CS7 or AF11 to AF43"))
                    .needsOneOf("set-dscp", "set-dscp-class")
                    .excluding("set-dscp", "set-dscp-class"),
            DscpTarget::read);

    public DscpTarget {
        if (dscp < 0 || dscp > MOST) {
            throw new IllegalArgumentException("dscp out of range 0-63: " + dscp);
        }
    }

    private static Outcome<Target> read(Reading reading) {
        OptionUse use = reading.setting().options().get(0);
        int dscp =
                use.option().equals("set-dscp") ? (int) reading.number(use, 0, MOST) : DscpMatch.classOf(reading, use);
        return reading.made(() -> new DscpTarget(dscp));
    }

    @Override
    public String name() {
        return "DSCP";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        int before = context.packet().tos();
        return before >> 2 == dscp
                ? TargetResult.CONTINUE
                : TargetResult.goOn(new Effect.Rewrite(context.packet().withTos(dscp << 2 | (before & CONGESTION))));
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.MANGLE);
    }

    @Override
    public String options() {
        return "--set-dscp " + hex();
    }

    @Override
    public String listing(boolean numeric) {
        return "DSCP set " + hex();
    }

    private String hex() {
        return String.format(Locale.ROOT, "0x%02x", dscp);
    }
}
