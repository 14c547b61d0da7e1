package nfstep.rules.xt;

import java.util.Optional;
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
 * {@code -j MASQUERADE}: gives the connection the address of the device that the packet leaves by as its source.
 *
 * <p>Source: iptables-extensions(8), "MASQUERADE"; kernel {@code net/netfilter/xt_MASQUERADE.c}, {@code masquerade_tg}.
 */
public record MasqueradeTarget(NatRange range) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "MASQUERADE",
            "Gives the connection the address of the way out as its source.",
            Options.of(
                    OptionSpec.of("to-ports", "PORT[-PORT]"),
                    OptionSpec.flag("random", "another port for each connection"),
                    OptionSpec.flag("random-fully", "the same, without a hash")),
            MasqueradeTarget::read);

    private static Outcome<Target> read(Reading reading) {
        NatRange range = NatWords.portsOnly(reading);
        return reading.made(() -> new MasqueradeTarget(range));
    }

    @Override
    public String name() {
        return "MASQUERADE";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.end(Verdict.ACCEPT, new Effect.Masquerade(range));
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.NAT).or(() -> Places.only(hook, Hook.POSTROUTING));
    }

    @Override
    public String options() {
        String ports = range.ports().map(p -> "--to-ports " + NatWords.text(p)).orElse("");
        return Parts.join(ports, NatWords.flags(range, "--"));
    }

    @Override
    public String listing(boolean numeric) {
        String ports = range.ports().map(p -> "masq ports: " + NatWords.text(p)).orElse("");
        return Parts.join(ports, NatWords.flags(range, ""));
    }
}
