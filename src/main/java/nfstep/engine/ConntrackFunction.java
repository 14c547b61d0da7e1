package nfstep.engine;

import nfstep.conntrack.CtInfo;
import nfstep.event.TrackEvent;
import nfstep.rules.Hook;
import nfstep.rules.Skb;

/** The look-up of a packet's connection: {@code net/netfilter/nf_conntrack_core.c}, {@code nf_conntrack_in}. */
final class ConntrackFunction implements HookFunction {
    @Override
    public Result run(Skb skb, HookContext context) {
        if (skb.ct().info().hasConnection() && skb.template().isEmpty()) {
            context.emit(new TrackEvent.Skipped(
                    context.at(skb),
                    "the packet has connection " + skb.ct().connection() + " already, as "
                            + skb.ct().info().state()));
            return Result.accept(skb);
        }
        if (skb.ct().info() == CtInfo.UNTRACKED) {
            context.emit(new TrackEvent.Skipped(context.at(skb), "the packet was taken out of tracking"));
            return Result.accept(skb);
        }
        return new ConnectionLookup(context, summed(skb, context)).find();
    }

    /** {@code nf_ip_checksum}: a sum that another host left in the packet is put right. */
    private static Skb summed(Skb skb, HookContext context) {
        boolean looks = context.where().hook() == Hook.PREROUTING
                && Settings.of(context.host()).checksum();
        return looks ? skb.withParts(skb.parts().summedAnew()) : skb;
    }
}
