package nfstep.engine;

import java.util.List;
import nfstep.event.PathEvent;
import nfstep.host.Namespace;
import nfstep.packet.IpAddress;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.state.PeerBucket;

/**
 * How many ICMP messages one sender gets: {@code net/ipv4/inetpeer.c}, {@code inet_peer_xrlim_allow}; {@code
 * net/ipv4/route.c}, {@code ip_error} and {@code ip_rt_send_redirect}. All of them share one bucket a sender.
 */
public final class IcmpLimit {
    private static final long MILLISECOND = 1_000_000L;
    private static final long SECOND = 1000 * MILLISECOND;
    private static final int UNREACHABLE = 3;
    private static final int FRAGMENTATION_NEEDED = 4;
    private static final int ROUTING_BURST = 5;
    private static final int BURST = 6;
    private static final long REDIRECT_LOAD = 20 * MILLISECOND;
    private static final int MOST_REDIRECTS = 9;
    private static final long SILENCE = REDIRECT_LOAD << (MOST_REDIRECTS + 1);

    private final Run run;
    private final String namespace;
    private final Skb about;

    /** The limits for the sender of that packet. */
    public IcmpLimit(Run run, String namespace, Skb about) {
        this.run = run;
        this.namespace = namespace;
        this.about = about;
    }

    /**
     * Whether one more message of that type may go to the sender of the packet: {@code icmpv4_mask_allow} lets most types
     * pass, and all that path MTU discovery needs.
     */
    public boolean allows(int type, int code) {
        Namespace host = run.world().network().namespace(namespace);
        boolean limited = (Settings.get(host, "net.ipv4.icmp_ratemask") >> type & 1) != 0;
        boolean discovery = type == UNREACHABLE && code == FRAGMENTATION_NEEDED;
        return !limited || discovery || allowed(host);
    }

    private boolean allowed(Namespace host) {
        long cost = Settings.get(host, "net.ipv4.icmp_ratelimit") * MILLISECOND;
        return cost == 0 || take(cost, BURST * cost, "net.ipv4.icmp_ratelimit");
    }

    /** Whether a refusing route may answer once more. */
    boolean allowsRoutingError() {
        return take(SECOND, ROUTING_BURST * SECOND, "one answer of a route each second");
    }

    private boolean take(long cost, long most, String limit) {
        PeerBucket filled = bucket().filled(run.world().now(), most);
        boolean allowed = filled.tokens() >= cost;
        String what = "ICMP to " + sender() + " is limited (" + limit + "): "
                + (allowed ? "this one may go" : "this one may not go");
        set(allowed ? filled.less(cost) : filled, what);
        return allowed;
    }

    /**
     * Whether a redirect may go to the sender of the packet: each waits twice as long as the one before, and a sender that
     * does not heed nine of them gets no more until it kept quiet.
     */
    boolean allowsRedirect() {
        long now = run.world().now();
        PeerBucket old = bucket();
        PeerBucket bucket = now - old.last() > SILENCE ? new PeerBucket(0, old.last(), 0) : old;
        int sent = bucket.redirects();
        if (sent >= MOST_REDIRECTS) {
            set(new PeerBucket(bucket.tokens(), now, sent), sender() + " did not heed " + sent + " redirects");
            return false;
        }
        boolean allowed = sent == 0 || now - bucket.last() > REDIRECT_LOAD << sent;
        if (!allowed) {
            long wait = (REDIRECT_LOAD << sent) / MILLISECOND;
            String what = "no redirect to " + sender() + ": the last one went less than " + wait + " ms ago";
            run.emit(new PathEvent.Noted(Run.at(namespace, about), what, List.of()));
        }
        return allowed;
    }

    /** A redirect went to the sender of the packet. */
    void redirectSent() {
        PeerBucket bucket = bucket();
        int sent = bucket.redirects() + 1;
        boolean quiet = run.world().now() - bucket.last() > SILENCE;
        PeerBucket after =
                new PeerBucket(quiet ? 0 : bucket.tokens(), run.world().now(), quiet ? 1 : sent);
        set(after, "redirects to " + sender() + " are limited: this is number " + after.redirects());
    }

    private IpAddress sender() {
        return about.packet().source();
    }

    private PeerBucket bucket() {
        PeerBucket known = run.world().netfilter(namespace).peers().get(sender());
        return known == null ? PeerBucket.fresh(run.world().now()) : known;
    }

    private void set(PeerBucket bucket, String what) {
        Change change = new Change.PeerSet(namespace, sender(), bucket);
        run.emit(new PathEvent.Noted(Run.at(namespace, about), what, List.of(change)));
    }
}
