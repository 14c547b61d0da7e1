package nfstep.engine;

import java.util.Objects;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.CtState;
import nfstep.conntrack.Draw;
import nfstep.conntrack.HelpInput;
import nfstep.conntrack.HelpOutcome;
import nfstep.conntrack.HelperRewrite;
import nfstep.conntrack.Helpers;
import nfstep.event.PathEvent;
import nfstep.event.TrackEvent;
import nfstep.host.Namespace;
import nfstep.packet.Packet;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.Skb;

/** What helpers do with a packet before its connection is confirmed: {@code nf_confirm}. */
record Helping(HookContext context, Skb skb) {
    /** {@code nf_conntrack_ftp.c}, {@code help}: what a connection says that is open both ways is put into one piece. */
    static Helping of(HookContext context, Skb skb, Connection connection) {
        boolean reads = connection.assistance().helper().equals("ftp")
                && skb.ct().info().state() == CtState.ESTABLISHED;
        return new Helping(context, reads ? skb.withParts(skb.parts().pulled(Integer.MAX_VALUE)) : skb);
    }

    /** The packet after its connection's helper saw it, with numbers that fit what was written into earlier ones. */
    HookFunction.Result help(Connection connection) {
        if (skb.ct().info() == CtInfo.RELATED_REPLY) {
            return HookFunction.Result.accept(skb);
        }
        HelpOutcome outcome = Helpers.help(new HelpInput(
                skb.packet(),
                connection,
                skb.ct().info(),
                context.netfilter().expectations(),
                context.run().world().now(),
                draw(connection)));
        if (outcome instanceof HelpOutcome.Dropped dropped) {
            return HookFunction.Result.drop(skb, "helper", dropped.why());
        }
        if (outcome instanceof HelpOutcome.Announced announced) {
            return adjusted(announced(connection, announced), connection);
        }
        changed(connection, ((HelpOutcome.Passed) outcome).after());
        return adjusted(skb, connection);
    }

    private Draw draw(Connection connection) {
        String key = context.namespace() + "/" + connection.original() + "/helper/";
        return new NatDraw(Draws.of(context.run(), context.at(skb)), key);
    }

    private void changed(Connection before, Connection after) {
        if (!after.equals(before)) {
            String what = "its helper notes where lines begin and how numbers move";
            context.emit(new TrackEvent.Changed(context.at(skb), before, after, what));
        }
    }

    private Skb announced(Connection before, HelpOutcome.Announced announced) {
        announced.replaced().ifPresent(old -> context.emit(new TrackEvent.Superseded(context.at(skb), old)));
        context.emit(new TrackEvent.Announced(context.at(skb), announced.expectation(), announced.what()));
        changed(before, announced.after());
        return rewritten(skb, announced.packet(), "the helper writes the address that the other end knows");
    }

    /** Connections that had been rewritten before this packet; over loopback only once: {@code nf_is_loopback_packet}. */
    private HookFunction.Result adjusted(Skb helped, Connection before) {
        boolean again = context.where().hook() == Hook.INPUT
                && context.where().in().map(Device::index).orElse(0) == Namespace.LOOPBACK_INDEX;
        if (again) {
            return HookFunction.Result.accept(helped);
        }
        Connection now = Objects.requireNonNullElse(context.connection(skb), before);
        Connection counting = now.withStatus(before.status());
        Packet packet = HelperRewrite.adjusted(
                helped.packet(), counting, skb.ct().info().direction());
        return HookFunction.Result.accept(
                rewritten(helped, packet, "numbers follow what the helper wrote into earlier packets"));
    }

    private Skb rewritten(Skb before, Packet packet, String why) {
        if (packet.equals(before.packet())) {
            return before;
        }
        Skb after = before.with(packet);
        context.emit(new PathEvent.Changed(context.at(before), before, after, why));
        return after;
    }
}
