package nfstep.engine;

import java.util.List;
import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.host.Namespace;
import nfstep.packet.IpAddress;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.state.PeerBucket;

/**
 * How many ICMP errors one sender gets: {@code net/ipv4/inetpeer.c}, {@code inet_peer_xrlim_allow}, and {@code ip_error} of
 * {@code net/ipv4/route.c}, which share one bucket a sender.
 */
final class IcmpLimit {
    private static final long SECOND = 1_000_000_000L;
    private static final long QUIET = 60 * SECOND;
    private static final int ROUTING_BURST = 5;
    private static final int BURST = 6;

    private final Run run;
    private final String namespace;
    private final Skb about;

    IcmpLimit(Run run, String namespace, Skb about) {
        this.run = run;
        this.namespace = namespace;
        this.about = about;
    }

    /** Whether one more error may go to the sender of the packet. */
    boolean allowsError() {
        Namespace host = run.world().network().namespace(namespace);
        long cost = Settings.get(host, "net.ipv4.icmp_ratelimit") * 1_000_000L;
        return cost == 0 || take(cost, BURST * cost);
    }

    /** Whether a refusing route may answer once more. */
    boolean allowsRoutingError() {
        return take(SECOND, ROUTING_BURST * SECOND);
    }

    private boolean take(long cost, long most) {
        IpAddress sender = about.packet().source();
        long now = run.world().now();
        PeerBucket old = Optional.ofNullable(
                        run.world().netfilter(namespace).peers().get(sender))
                .orElse(new PeerBucket(0, now - QUIET));
        long tokens = Math.min(old.tokens() + now - old.last(), most);
        boolean allowed = tokens >= cost;
        PeerBucket left = new PeerBucket(allowed ? tokens - cost : tokens, now);
        run.emit(new PathEvent.Noted(
                Run.at(namespace, about),
                "ICMP errors to " + sender + " are limited: " + (allowed ? "this one may go" : "this one may not go"),
                List.of(new Change.PeerSet(namespace, sender, left))));
        return allowed;
    }
}
