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
 * {@code -j DNAT}: gives the connection another destination, address or port.
 *
 * <p>Source: iptables-extensions(8), "DNAT"; kernel {@code net/netfilter/xt_nat.c}, {@code xt_dnat_target_v2}.
 */
public record DnatTarget(NatRange range) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "DNAT",
            "Gives the connection another destination.",
            Options.of(
                            OptionSpec.of("to-destination", "[ADDRESS[-ADDRESS]][:PORT[-PORT[/BASE]]]"),
                            OptionSpec.flag("random", "another port for each connection"),
                            OptionSpec.flag("persistent", "the same address for all connections of a client"))
                    .needsOneOf("to-destination"),
            DnatTarget::read);

    private static Outcome<Target> read(Reading reading) {
        NatRange range = NatWords.range(reading, reading.required("to-destination"));
        return reading.made(() -> new DnatTarget(range));
    }

    @Override
    public String name() {
        return "DNAT";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.end(Verdict.ACCEPT, new Effect.Translate(Manip.DST, range));
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.NAT).or(() -> Places.only(hook, Hook.PREROUTING, Hook.OUTPUT));
    }

    @Override
    public String options() {
        return Parts.join("--to-destination " + NatWords.text(range), NatWords.flags(range, "--"));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("to:" + NatWords.text(range), NatWords.flags(range, ""));
    }
}
