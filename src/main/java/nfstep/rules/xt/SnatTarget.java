package nfstep.rules.xt;

import java.util.Optional;
import nfstep.conntrack.Manip;
import nfstep.conntrack.NatRange;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.rules.Verdict;
import nfstep.source.Outcome;

/**
 * {@code -j SNAT}: gives the connection another source, address or port.
 *
 * <p>Source: iptables-extensions(8), "SNAT"; kernel {@code net/netfilter/xt_nat.c}, {@code xt_snat_target_v1}.
 */
public record SnatTarget(NatRange range) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "SNAT",
            "Gives the connection another source.",
            Options.of(
                            OptionSpec.of("to-source", "[ADDRESS[-ADDRESS]][:PORT[-PORT]]"),
                            OptionSpec.flag("random", "another port for each connection"),
                            OptionSpec.flag("random-fully", "the same, without a hash"),
                            OptionSpec.flag("persistent", "the same address for all connections of a client"))
                    .needsOneOf("to-source"),
            SnatTarget::read);

    private static Outcome<Target> read(Reading reading) {
        NatRange range = NatWords.range(reading, reading.required("to-source"));
        return reading.made(() -> new SnatTarget(range));
    }

    @Override
    public String name() {
        return "SNAT";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.end(Verdict.ACCEPT, new Effect.Translate(Manip.SRC, range));
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.NAT).or(() -> Places.only(hook, Hook.POSTROUTING, Hook.INPUT));
    }

    @Override
    public String options() {
        return Parts.join("--to-source " + NatWords.text(range), NatWords.flags(range, "--"));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("to:" + NatWords.text(range), NatWords.flags(range, ""));
    }
}
