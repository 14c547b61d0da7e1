package nfstep.engine;

import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.packet.Packet;
import nfstep.rules.Decision;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/** A packet goes on to another host: {@code net/ipv4/ip_forward.c}, {@code ip_forward}. All checks come before FORWARD. */
record Forwarding(Run run, String namespace, Skb skb) {
    private static final int TIME_EXCEEDED = 11;
    private static final int UNREACHABLE = 3;
    private static final int FRAGMENTATION_NEEDED = 4;

    /** Checks, TTL, redirect, FORWARD, then the way out. */
    static void forward(Run run, String namespace, RoutingInput.Routed routed) {
        new Forwarding(run, namespace, routed.skb()).forward(routed.redirected());
    }

    private void forward(boolean redirected) {
        Packet packet = skb.packet();
        int mtu = decision().mtu().orElse(Integer.MAX_VALUE);
        if (skb.type() != PacketType.HOST) {
            drop("ip_forward", "the frame was not addressed to this host alone, its type is " + skb.type());
        } else if (packet.ttl() <= 1) {
            drop("ttl", "TTL " + packet.ttl() + " is used up");
            new IcmpErrorSender(run, namespace, skb).send(TIME_EXCEEDED, 0, 0, "time exceeded");
        } else if (exceeds(mtu)) {
            drop("mtu", tooLong(mtu));
            new IcmpErrorSender(run, namespace, skb)
                    .send(UNREACHABLE, FRAGMENTATION_NEEDED, mtu, "fragmentation needed");
        } else {
            passOn(redirected);
        }
    }

    /** {@code ip_exceeds_mtu}: of a datagram that was put together, the fragments that came count. */
    private boolean exceeds(int mtu) {
        Packet packet = skb.packet();
        boolean toBeCut = packet.dontFragment() && !skb.parts().fit(packet, mtu);
        return toBeCut && (!skb.parts().ignoresDf() || skb.parts().largest() > mtu);
    }

    private String tooLong(int mtu) {
        boolean fragments = skb.parts().mustBeCut();
        int length = fragments ? skb.parts().largest() : skb.packet().length();
        String what = fragments ? " bytes of its largest fragment" : " bytes";
        return length + what + " are more than MTU " + mtu + ", and DF is set";
    }

    private Decision decision() {
        return skb.route().orElseThrow();
    }

    private void passOn(boolean redirected) {
        Skb less = skb.with(skb.packet().withTtl(skb.packet().ttl() - 1))
                .withParts(skb.parts().summedAnew());
        run.next(r -> traverse(less));
        if (redirected) {
            new IcmpErrorSender(run, namespace, less)
                    .sendRedirect(decision().nextHop().orElseThrow());
        }
    }

    private void traverse(Skb less) {
        run.emit(new PathEvent.Changed(Run.at(namespace, skb), skb, less, "forwarding takes one from the TTL"));
        HookState where = new HookState(Hook.FORWARD, skb.in(), decision().out());
        Hooks.traverse(run, namespace, less, where)
                .skb()
                .ifPresent(s -> LocalOutput.postrouting(run, namespace, s, s.in()));
    }

    private void drop(String place, String reason) {
        run.emit(new PathEvent.Dropped(Run.at(namespace, skb), place, reason, Optional.empty()));
    }
}
