package nfstep.engine;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.Manip;
import nfstep.conntrack.NatChoice;
import nfstep.conntrack.NatChosen;
import nfstep.conntrack.NatRange;
import nfstep.conntrack.NatRequest;
import nfstep.event.NatEvent;
import nfstep.event.TrackEvent;
import nfstep.host.AddressChoice;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Ipv6Address;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.Skb;

/** Decides one end of a connection for good: {@code net/netfilter/nf_nat_core.c}, {@code nf_nat_setup_info}. */
final class NatSetup {
    private final HookContext context;
    private final Skb skb;
    private final String cause;

    /** @param cause the rule in words, or that no rule matched */
    NatSetup(HookContext context, Skb skb, String cause) {
        this.context = context;
        this.skb = skb;
        this.cause = cause;
    }

    /** Carries out a NAT target; none if it drops the packet. */
    Optional<Skb> decide(Effect effect) {
        if (effect instanceof Effect.Translate translate) {
            return decide(translate.manip(), translate.range());
        }
        if (effect instanceof Effect.Masquerade masquerade) {
            return masquerade(masquerade.range());
        }
        return redirect(((Effect.Redirect) effect).range());
    }

    /** Decides that end from that range. A second decision of the same end is not made. */
    Optional<Skb> decide(Manip manip, NatRange range) {
        Connection before = context.connection(skb);
        if (before == null || before.isConfirmed() || before.has(manip.done())) {
            return Optional.of(skb);
        }
        String key = context.namespace() + "/" + before.original() + "/" + manip + "/";
        NatDraw draw = new NatDraw(Draws.of(context.run(), context.at(skb)), key);
        NatChosen chosen = NatChoice.choose(new NatRequest(before, manip, range), context.connections(), draw);
        chosen.destroyed()
                .flatMap(id -> context.connections().connection(id))
                .ifPresent(c -> context.emit(
                        new TrackEvent.Destroyed(context.at(skb), c, "it is closed and its port is wanted again")));
        String how = chosen.how().isEmpty() ? cause : cause + "; " + chosen.how() + draw.remark();
        context.emit(new NatEvent.Decided(context.at(skb), manip, before, chosen.after(), chosen.drawn(), how));
        return Optional.of(skb);
    }

    /** No rule matched: the end stays what it is; a source port may have to change all the same. */
    void decideNothing(Manip manip) {
        Connection before = context.connection(skb);
        if (before != null) {
            var current = before.reply();
            IpAddress address = manip == Manip.SRC ? current.destination() : current.source();
            decide(manip, NatRange.of(address));
        }
    }

    /** {@code nf_nat_masquerade.c}, {@code nf_nat_masquerade_ipv4}. */
    private Optional<Skb> masquerade(NatRange range) {
        Connection before = context.connection(skb);
        if (before == null || !isFirst() || skb.packet().source().isUnspecified()) {
            return Optional.of(skb);
        }
        int out = context.where().out().map(Device::index).orElse(0);
        IpAddress hop =
                skb.route().flatMap(Decision::nextHop).orElse(skb.packet().destination());
        Optional<IpAddress> address = AddressChoice.masqueradeSource(context.host(), out, hop);
        if (address.isEmpty()) {
            return Optional.empty();
        }
        Connection bound = before.withMasqueradeLink(out);
        context.emit(new TrackEvent.Changed(
                context.at(skb),
                before,
                bound,
                "masqueraded behind " + context.where().outName()));
        return decide(Manip.SRC, range.withAddress(address.get()));
    }

    private boolean isFirst() {
        CtInfo info = skb.ct().info();
        return info == CtInfo.NEW || info == CtInfo.RELATED || info == CtInfo.RELATED_REPLY;
    }

    /** {@code nf_nat_redirect.c}: to the first address of the device it came in by; from here, to loopback. */
    private Optional<Skb> redirect(NatRange range) {
        IpFamily family = skb.packet().family();
        Optional<IpAddress> address = context.where().hook() == Hook.OUTPUT
                ? Optional.of(loopback(family))
                : context.where().in().flatMap(d -> AddressChoice.firstAddress(context.host(), d.index(), family));
        return address.flatMap(a -> decide(Manip.DST, range.withAddress(a)));
    }

    private static IpAddress loopback(IpFamily family) {
        return family == IpFamily.IPV4 ? new Ipv4Address(0x7f000001) : new Ipv6Address(0, 1);
    }
}
