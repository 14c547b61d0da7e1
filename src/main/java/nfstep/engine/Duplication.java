package nfstep.engine;

import java.util.List;
import nfstep.event.PathEvent;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.rules.CtRef;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.PacketType;
import nfstep.rules.Parts;
import nfstep.rules.Skb;
import nfstep.state.Ids;

/**
 * The copy that TEE sends: {@code net/ipv4/netfilter/nf_dup_ipv4.c}, {@code nf_dup_ipv4}. It goes through OUTPUT and
 * POSTROUTING before the packet itself goes on.
 */
record Duplication(HookContext context, Skb skb) {
    /** Sends the copy; a copy is not copied again, {@code nf_skb_duplicated}. */
    void send(Effect.Copy how) {
        if (context.run().isDuplicating()) {
            note("no copy: the packet is one itself");
            return;
        }
        Ids ids = context.run().world().ids();
        Skb copy = copy(ids.packet());
        String what = "a copy of packet " + skb.id() + ", for " + how.gateway();
        context.emit(new PathEvent.Copied(context.at(copy), copy, skb.id(), what, ids.afterPacket()));
        context.run().duplicating(() -> output(copy, how));
        context.emit(new PathEvent.Resumed(context.at(skb)));
    }

    /**
     * What a process sends waits for its copy: at the end of the table, {@code local_bh_enable} lets the kernel receive what
     * was queued meanwhile. A packet that is received itself does not wait.
     */
    void catchUp() {
        if (skb.isSentByProgram() && context.run().hasDuplicated()) {
            context.emit(new PathEvent.Paused(context.at(skb), "its copy is received first"));
            context.run().catchUp();
            context.emit(new PathEvent.Resumed(context.at(skb)));
        }
    }

    private Skb copy(long id) {
        Packet packet = skb.packet();
        Packet whole = packet.isIpv4() ? packet.withDontFragment(true) : packet;
        Hook hook = context.where().hook();
        Parts parts = skb.parts().copied();
        boolean came = hook == Hook.PREROUTING || hook == Hook.INPUT;
        return Skb.sent(id, came ? whole.withTtl((packet.ttl() - 1) & 0xff) : whole)
                .withMark(skb.mark())
                .withPriority(skb.priority())
                .withTraced(skb.traced())
                .withParts(isSummed() ? parts.summed(Parts.Summed.BY_CONNTRACK) : parts)
                .withBridge(skb.bridge())
                .withCt(CtRef.UNTRACKED);
    }

    /** {@code udp_error}, {@code nf_ip_checksum}: what is received is summed up where it is tracked, and not forwarded yet. */
    private boolean isSummed() {
        Packet packet = skb.packet();
        Hook hook = context.where().hook();
        boolean tracked = skb.ct().info().hasConnection() && skb.template().isEmpty();
        return (hook == Hook.PREROUTING || hook == Hook.INPUT)
                && tracked
                && !isFromHere()
                && packet.udp().filter(udp -> udp.checksum() != 0).isPresent()
                && skb.parts().summed() == Parts.Summed.BY_RECEIVER
                && Settings.of(context.host()).checksum();
    }

    private boolean isFromHere() {
        return skb.type() == PacketType.LOOPBACK
                || context.where().in().map(Device::index).orElse(0) == Namespace.LOOPBACK_INDEX;
    }

    /** {@code nf_dup_ipv4_route}: to the gateway, without the mark; a device that is not there does not count. */
    private void output(Skb copy, Effect.Copy how) {
        int out = context.host().link(how.device()).map(Link::index).orElse(0);
        IpAddress any = IpAddress.any(how.gateway().family());
        FlowKey key = new FlowKey(how.gateway(), any, copy.packet().tos() & 0x1e, 0, 1, out);
        RoutingOutput.route(context.run(), context.namespace(), copy, key, false)
                .skb()
                .ifPresent(routed -> LocalOutput.output(context.run(), context.namespace(), behind(routed)));
    }

    /** POSTROUTING takes the device of the gateway for the one that the copy came in by. */
    private Skb behind(Skb routed) {
        return routed.route()
                .flatMap(Decision::out)
                .map(device -> routed.arriving(device, skb.ethernet(), skb.type()))
                .orElse(routed);
    }

    private void note(String what) {
        context.emit(new PathEvent.Noted(context.at(skb), what, List.of()));
    }
}
