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
 * {@code -j REDIRECT}: gives the connection an address of this host as its destination.
 *
 * <p>Source: iptables-extensions(8), "REDIRECT"; kernel {@code net/netfilter/xt_REDIRECT.c}, {@code redirect_tg4}.
 */
public record RedirectTarget(NatRange range) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "REDIRECT",
            "Sends the connection to this host.",
            Options.of(
                    OptionSpec.of("to-ports", "PORT[-PORT]"),
                    OptionSpec.flag("random", "another port for each connection")),
            RedirectTarget::read);

    private static Outcome<Target> read(Reading reading) {
        NatRange range = NatWords.portsOnly(reading);
        return reading.made(() -> new RedirectTarget(range));
    }

    @Override
    public String name() {
        return "REDIRECT";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.end(Verdict.ACCEPT, new Effect.Redirect(range));
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
        String ports = range.ports().map(p -> "--to-ports " + NatWords.text(p)).orElse("");
        return Parts.join(ports, NatWords.flags(range, "--"));
    }

    @Override
    public String listing(boolean numeric) {
        String ports = range.ports().map(p -> "redir ports " + NatWords.text(p)).orElse("");
        return Parts.join(ports, NatWords.flags(range, ""));
    }
}
