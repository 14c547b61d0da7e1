package nfstep.engine;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.CtState;
import nfstep.conntrack.Direction;
import nfstep.conntrack.Manip;
import nfstep.conntrack.PacketTranslation;
import nfstep.conntrack.Translation;
import nfstep.conntrack.Tuple;
import nfstep.event.NatEvent;
import nfstep.event.TrackEvent;
import nfstep.packet.Protocols;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.Parts;
import nfstep.rules.Skb;
import nfstep.rules.TableName;
import nfstep.rules.Verdict;

/**
 * Address translation: {@code nf_nat_core.c}, {@code nf_nat_inet_fn}; {@code nf_nat_proto.c}. Only the first packet of a
 * connection is shown to the rules; every packet is translated from the connection.
 */
final class NatFunction implements HookFunction {
    @Override
    public Result run(Skb skb, HookContext context) {
        Connection connection = context.connection(skb);
        Manip manip = manip(context.where().hook());
        if (connection == null) {
            notConsulted(
                    skb,
                    context,
                    "the packet has no connection (" + skb.ct().info().state() + ")");
            return Result.accept(skb);
        }
        if (isError(skb)) {
            return error(skb, context, connection, manip);
        }
        Result result = isFirst(skb.ct().info())
                ? first(skb, context, connection, manip)
                : later(skb, context, connection, manip);
        return result.verdict() == Verdict.ACCEPT ? translate(result.skb(), context, manip) : result;
    }

    private static Manip manip(Hook hook) {
        return hook == Hook.PREROUTING || hook == Hook.OUTPUT ? Manip.DST : Manip.SRC;
    }

    private static boolean isError(Skb skb) {
        return skb.ct().info().state() == CtState.RELATED
                && skb.packet().icmp().filter(h -> h.isError()).isPresent();
    }

    private static boolean isFirst(CtInfo info) {
        return info == CtInfo.NEW || info == CtInfo.RELATED || info == CtInfo.RELATED_REPLY;
    }

    private static void notConsulted(Skb skb, HookContext context, String why) {
        context.emit(new NatEvent.NotConsulted(context.at(skb), context.where().hook(), why));
    }

    private static Result first(Skb skb, HookContext context, Connection connection, Manip manip) {
        if (connection.has(manip.done())) {
            String end = manip == Manip.SRC ? "source" : "destination";
            notConsulted(skb, context, "the " + end + " of connection " + connection.id() + " was decided before");
            return later(skb, context, connection, manip, false);
        }
        Result result = new TableWalk(context, TableName.NAT, skb).walk();
        Connection after = context.connection(result.skb());
        if (result.verdict() == Verdict.ACCEPT && after != null && !after.has(manip.done())) {
            new NatSetup(context, result.skb(), "no rule of the nat table changes it").decideNothing(manip);
        }
        return result;
    }

    private static Result later(Skb skb, HookContext context, Connection connection, Manip manip) {
        return later(skb, context, connection, manip, true);
    }

    private static Result later(Skb skb, HookContext context, Connection c, Manip manip, boolean says) {
        if (says) {
            String which = skb.ct().info().direction() == Direction.REPLY ? "reply of" : "not the first packet of";
            notConsulted(skb, context, which + " connection " + c.id());
        }
        int out = context.where().out().map(Device::index).orElse(0);
        boolean moved = context.where().hook() == Hook.POSTROUTING
                && manip == Manip.SRC
                && skb.ct().info().direction() == Direction.ORIGINAL
                && c.masqueradeLink().isPresent()
                && c.masqueradeLink().getAsInt() != out;
        if (moved) {
            return elsewhere(skb, context, c);
        }
        return Result.accept(skb);
    }

    /** {@code nf_nat_oif_changed}: {@code nf_ct_kill_acct} counts the packet a second time. */
    private static Result elsewhere(Skb skb, HookContext context, Connection c) {
        Connection last = c.counters()
                .map(counters -> counters.plus(Direction.ORIGINAL, skb.packet().length()))
                .map(c::withCounters)
                .orElse(c);
        context.emit(new TrackEvent.Destroyed(context.at(skb), last, "it was masqueraded behind another device"));
        return Result.drop(skb, "nat", "the way out changed since the connection was masqueraded");
    }

    /** {@code nf_nat_packet}. */
    private static Result translate(Skb skb, HookContext context, Manip manip) {
        Connection c = context.connection(skb);
        Direction direction = skb.ct().info().direction();
        if (c == null || !PacketTranslation.applies(c, direction, manip)) {
            return Result.accept(skb);
        }
        Tuple target = PacketTranslation.target(c, direction);
        return moved(skb, context, manip, PacketTranslation.translate(skb.packet(), manip, target));
    }

    private static Result moved(Skb skb, HookContext context, Manip manip, Translation translation) {
        if (translation instanceof Translation.Dropped dropped) {
            return Result.drop(skb, "nat", dropped.why());
        }
        Skb after = pulled(skb).with(((Translation.Translated) translation).packet());
        if (after.packet().equals(skb.packet())) {
            return Result.accept(skb);
        }
        String cause = "from the mapping of connection " + skb.ct().connection() + " ("
                + (skb.ct().info().direction() == Direction.REPLY ? "reply" : "original") + " direction)";
        context.emit(new NatEvent.Translated(
                context.at(skb), context.where().hook(), manip, skb.ct().connection(), skb, after, cause));
        return rerouted(skb, after, context);
    }

    /** {@code tcp_manip_pkt}: the whole TCP header is put into one piece to be written. */
    private static Skb pulled(Skb skb) {
        return skb.packet().protocol() == Protocols.TCP
                ? skb.withParts(skb.parts().pulled(Parts.TCP_HEADER))
                : skb;
    }

    /** {@code nf_nat_ipv4_pre_routing} drops the route, {@code nf_nat_ipv4_local_fn} asks for a new one. */
    private static Result rerouted(Skb before, Skb after, HookContext context) {
        boolean sameDestination =
                before.packet().destination().equals(after.packet().destination());
        if (sameDestination) {
            return Result.accept(after);
        }
        if (context.where().hook() == Hook.PREROUTING) {
            return Result.accept(after.withRoute(Optional.empty()));
        }
        if (context.where().hook() == Hook.OUTPUT) {
            return RoutingOutput.anew(context, after);
        }
        return Result.accept(after);
    }

    /** {@code nf_nat_icmp_reply_translation}: outer and quoted header, without the rules. */
    private static Result error(Skb skb, HookContext context, Connection c, Manip manip) {
        notConsulted(skb, context, "an ICMP error about connection " + c.id());
        Result result = moved(
                skb,
                context,
                manip,
                PacketTranslation.translateIcmpError(skb.packet(), c, skb.ct().info(), manip));
        return result.verdict() == Verdict.ACCEPT && isLookedUpAgain(skb, result.skb(), context, c)
                ? RoutingOutput.anew(context, result.skb())
                : result;
    }

    /**
     * {@code nf_nat_ipv4_local_fn} asks for a new way wherever the connection has another destination in this direction,
     * also for an error that is on its way to that one already.
     */
    private static boolean isLookedUpAgain(Skb before, Skb after, HookContext context, Connection c) {
        Direction direction = before.ct().info().direction();
        return context.where().hook() == Hook.OUTPUT
                && before.packet().destination().equals(after.packet().destination())
                && !c.tuple(direction)
                        .destination()
                        .equals(c.tuple(direction.opposite()).source());
    }
}
