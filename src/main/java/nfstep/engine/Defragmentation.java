package nfstep.engine;

import java.util.Optional;
import nfstep.event.At;
import nfstep.event.FragmentEvent;
import nfstep.event.PathEvent;
import nfstep.rules.Decision;
import nfstep.rules.Skb;

/** A fragment is put to the others of its datagram: {@code net/ipv4/ip_fragment.c}, {@code ip_defrag}, {@code ip_expire}. */
record Defragmentation(Run run, String namespace, Reassembly.User user) {
    private static final String PATIENCE = "net.ipv4.ipfrag_time";
    private static final long SECOND = 1_000_000_000L;
    private static final int TIME_EXCEEDED = 11;
    private static final int REASSEMBLY = 1;

    /** The datagram if it is whole now; else the fragment waits, or is dropped. */
    Optional<Skb> take(Skb skb) {
        At at = Run.at(namespace, skb);
        Reassembly.Key key = Reassembly.Key.of(namespace, user, skb.packet());
        Reassembly.Answer answer = run.reassembly().add(key, skb);
        if (answer instanceof Reassembly.Whole whole) {
            run.emit(new FragmentEvent.Reassembled(at, whole.skb(), whole.pieces()));
            return Optional.of(whole.skb());
        }
        if (answer instanceof Reassembly.Refused refused) {
            run.emit(new PathEvent.Dropped(at, "reassembly", refused.why(), Optional.empty()));
            return Optional.empty();
        }
        Reassembly.Waits waits = (Reassembly.Waits) answer;
        run.emit(new FragmentEvent.Held(at, skb.packet().id(), waits.here()));
        if (waits.first()) {
            Object queue = run.reassembly().queue(key);
            run.after(seconds() * SECOND, () -> expire(key, queue));
        }
        return Optional.empty();
    }

    private long seconds() {
        return Settings.get(run.world().network().namespace(namespace), PATIENCE);
    }

    private void expire(Reassembly.Key key, Object queue) {
        Optional<Reassembly.Expired> expired = run.reassembly().expire(key, queue);
        if (expired.isPresent() && run.world().network().find(namespace).isPresent()) {
            Skb skb = expired.get().fragment();
            String why = "the rest of datagram " + skb.packet().id() + " did not come in time";
            Optional<String> setting = Optional.of(PATIENCE + " = " + seconds());
            run.emit(new PathEvent.Dropped(Run.at(namespace, skb), "reassembly", why, setting));
            if (expired.get().begins() && skb.in().isPresent()) {
                tell(skb);
            }
        }
    }

    /** Only whom the datagram was for tells its sender: RFC 792. */
    private void tell(Skb skb) {
        Optional<Skb> routed = RoutingInput.route(run, namespace, skb).map(RoutingInput.Routed::skb);
        routed.filter(this::isForThisHost).ifPresent(s -> new IcmpErrorSender(run, namespace, s)
                .send(TIME_EXCEEDED, REASSEMBLY, 0, "fragment reassembly time exceeded"));
    }

    private boolean isForThisHost(Skb skb) {
        return user == Reassembly.User.LOCAL_DELIVER
                || skb.route().orElseThrow().kind() == Decision.Kind.LOCAL;
    }
}
