package nfstep.engine;

import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.packet.Packet;
import nfstep.rules.Decision;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Skb;

/** A packet goes on to another host: {@code net/ipv4/ip_forward.c}, {@code ip_forward}. All checks come before FORWARD. */
final class Forwarding {
    private Forwarding() {}

    /** Checks, TTL, FORWARD, then the way out. */
    static void forward(Run run, String namespace, Skb skb) {
        Decision decision = skb.route().orElseThrow();
        Packet packet = skb.packet();
        if (!RoutingInput.isForwardable(skb)) {
            drop(run, namespace, skb, "ip_forward", "the frame was addressed to everybody, not to this host");
        } else if (packet.ttl() <= 1) {
            drop(run, namespace, skb, "ttl", "TTL " + packet.ttl() + " is used up");
            new IcmpErrorSender(run, namespace, skb).send(11, 0, 0, "time exceeded");
        } else if (packet.length() > decision.mtu().orElse(Integer.MAX_VALUE) && packet.dontFragment()) {
            int mtu = decision.mtu().orElseThrow();
            drop(run, namespace, skb, "mtu", packet.length() + " bytes are more than MTU " + mtu + ", and DF is set");
            new IcmpErrorSender(run, namespace, skb).send(3, 4, mtu, "fragmentation needed");
        } else {
            passOn(run, namespace, skb, decision);
        }
    }

    private static void passOn(Run run, String namespace, Skb skb, Decision decision) {
        Skb less = skb.with(skb.packet().withTtl(skb.packet().ttl() - 1));
        run.emit(new PathEvent.Changed(Run.at(namespace, skb), skb, less, "forwarding takes one from the TTL"));
        HookState where = new HookState(Hook.FORWARD, skb.in(), decision.out());
        Hooks.traverse(run, namespace, less, where).skb().ifPresent(s -> LocalOutput.postrouting(run, namespace, s));
    }

    private static void drop(Run run, String namespace, Skb skb, String place, String reason) {
        run.emit(new PathEvent.Dropped(Run.at(namespace, skb), place, reason, Optional.empty()));
    }
}
