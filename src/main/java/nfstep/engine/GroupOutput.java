package nfstep.engine;

import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Owner;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;
import nfstep.state.Ids;

/**
 * A packet leaves; what is for everybody, or for a group that this host is in, comes back to it as a copy: {@code
 * net/ipv4/ip_output.c}, {@code ip_mc_output}.
 */
record GroupOutput(Run run, String namespace, Skb skb) {
    /** Sends the copy, which passes POSTROUTING first, and then the packet. */
    void send() {
        boolean loops = isForThisHostToo();
        if (loops) {
            loop();
        }
        boolean stays =
                decision().kind() == Decision.Kind.MULTICAST && skb.packet().ttl() == 0;
        if (stays) {
            String why = "a packet to a group with TTL 0 does not leave the host";
            run.emit(new PathEvent.Dropped(Run.at(namespace, skb), "ttl", why, Optional.empty()));
        } else {
            LocalOutput.postrouting(run, namespace, skb, loops ? Optional.empty() : skb.in());
        }
    }

    private Decision decision() {
        return skb.route().orElseThrow();
    }

    private boolean isForThisHostToo() {
        Device out = decision().out().orElseThrow();
        return out.index() != nfstep.host.Namespace.LOOPBACK_INDEX
                && switch (decision().kind()) {
                    case BROADCAST -> true;
                    case MULTICAST ->
                        run.world()
                                .network()
                                .namespace(namespace)
                                .hasJoined(out.index(), skb.packet().destination());
                    default -> false;
                };
    }

    /** What a process sends waits until its copy is received, as {@code netif_rx} lets it be at once. */
    private void loop() {
        Ids ids = run.world().ids();
        Skb copy = skb.withId(ids.packet()).withOwner(Owner.NOBODY);
        String what = "a copy of packet " + skb.id() + ", for this host itself";
        run.emit(new PathEvent.Copied(Run.at(namespace, copy), copy, skb.id(), what, ids.afterPacket()));
        HookState where =
                new HookState(Hook.POSTROUTING, Optional.empty(), decision().out());
        Hooks.traverse(run, namespace, copy, where).skb().ifPresent(this::receive);
        if (skb.owner().isProgram()) {
            run.catchUp();
        }
        run.emit(new PathEvent.Resumed(Run.at(namespace, skb)));
    }

    /** {@code dev_loopback_xmit}: it comes in by the device that the packet leaves by. */
    private void receive(Skb copy) {
        Skb arriving = copy.arriving(decision().out().orElseThrow(), Optional.empty(), PacketType.LOOPBACK);
        run.later(r -> Reception.receive(r, namespace, namespace, arriving));
    }
}
