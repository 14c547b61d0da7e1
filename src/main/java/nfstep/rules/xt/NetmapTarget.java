package nfstep.rules.xt;

import java.util.Optional;
import nfstep.conntrack.Manip;
import nfstep.conntrack.NatRange;
import nfstep.packet.AddressMask;
import nfstep.packet.IpAddress;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.rules.Verdict;
import nfstep.source.Outcome;

/**
 * {@code -j NETMAP}: gives the connection the same host in another network as its destination, or behind the routing
 * decision as its source.
 *
 * <p>Source: iptables-extensions(8), "NETMAP"; kernel {@code net/netfilter/xt_NETMAP.c}, {@code netmap_tg4}, {@code
 * netmap_tg6}.
 */
public record NetmapTarget(AddressMask network) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "NETMAP",
            "Translates a whole network into another, host by host.",
            Options.of(OptionSpec.of("to", "ADDRESS[/MASK]  the network")).needsOneOf("to"),
            NetmapTarget::read);

    private static Outcome<Target> read(Reading reading) {
        CtAddress to = CtAddress.read(reading, reading.required("to"));
        return reading.made(() -> new NetmapTarget(to.mask()));
    }

    @Override
    public String name() {
        return "NETMAP";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        boolean destination = isDestination(context.where().hook());
        IpAddress old =
                destination ? context.packet().destination() : context.packet().source();
        Manip manip = destination ? Manip.DST : Manip.SRC;
        return TargetResult.end(Verdict.ACCEPT, new Effect.Translate(manip, NatRange.of(mapped(old))));
    }

    private static boolean isDestination(Hook hook) {
        return hook == Hook.PREROUTING || hook == Hook.OUTPUT;
    }

    private IpAddress mapped(IpAddress old) {
        byte[] host = old.bytes();
        byte[] net = network.address().bytes();
        byte[] mask = network.mask().bytes();
        for (int i = 0; i < host.length; i++) {
            host[i] = (byte) ((host[i] & ~mask[i]) | (net[i] & mask[i]));
        }
        return IpAddress.of(host);
    }

    @Override
    public boolean needsConntrack() {
        return true;
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.NAT)
                .or(() -> Places.only(hook, Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING));
    }

    @Override
    public String options() {
        return "--to " + network;
    }

    @Override
    public String listing(boolean numeric) {
        return "to:" + network;
    }
}
