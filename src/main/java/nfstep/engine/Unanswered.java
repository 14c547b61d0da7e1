package nfstep.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nfstep.host.LinkEnd;
import nfstep.packet.IpAddress;
import nfstep.rules.Skb;

/** Neighbours that were asked for and do not answer: {@code net/core/neighbour.c}, {@code NUD_INCOMPLETE}. */
final class Unanswered {
    /**
     * Three probes, a second each: {@code mcast_solicit}, {@code retrans_time_ms}. The timer wheel lets each of them last
     * up to 32 ms longer; 3.06 to 3.09 s were measured.
     */
    private static final long PATIENCE_NANOS = 3_060_000_000L;

    private final Map<Asked, Long> given = new HashMap<>();
    private final Map<Asked, List<Skb>> waiting = new HashMap<>();

    private record Asked(LinkEnd end, IpAddress address) {}

    /**
     * When a packet to that neighbour is given up, in nanoseconds of virtual time: together with the first one that waits
     * for the same neighbour.
     */
    long givenUp(LinkEnd end, IpAddress address, long now) {
        Asked asked = new Asked(end, address);
        long known = given.getOrDefault(asked, 0L);
        long at = known > now ? known : now + PATIENCE_NANOS;
        given.put(asked, at);
        return at;
    }

    /** Whether packets wait for that neighbour. */
    boolean holds(LinkEnd end, IpAddress address) {
        return waiting.containsKey(new Asked(end, address));
    }

    /** A packet waits for that neighbour: {@code arp_queue} of {@code struct neighbour}. */
    void hold(LinkEnd end, IpAddress address, Skb skb) {
        waiting.computeIfAbsent(new Asked(end, address), asked -> new ArrayList<>())
                .add(skb);
    }

    /** What waited for that neighbour, in the order in which it came, and does so no longer. */
    List<Skb> take(LinkEnd end, IpAddress address) {
        List<Skb> waited = waiting.remove(new Asked(end, address));
        return waited == null ? List.of() : waited;
    }
}
