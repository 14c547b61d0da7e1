package nfstep.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.host.LinkEnd;
import nfstep.packet.IpAddress;
import nfstep.rules.Skb;

/** Neighbours that were asked for and do not answer: {@code net/core/neighbour.c}, {@code NUD_INCOMPLETE}. */
final class Unanswered {
    /**
     * Three probes, a second each: {@code mcast_solicit}, {@code retrans_time_ms}. The timer wheel lets each of them last
     * up to 32 ms longer; 3.06 to 3.09 s were measured.
     */
    static final long PATIENCE_NANOS = 3_060_000_000L;

    private final Map<Asked, List<Skb>> given = new HashMap<>();
    private final Map<Asked, List<Skb>> waiting = new HashMap<>();

    private record Asked(LinkEnd end, IpAddress address) {}

    /** A packet to a neighbour that nobody is; whether it is the first that is given up with that neighbour. */
    boolean give(LinkEnd end, IpAddress address, Skb skb) {
        boolean first = !given.containsKey(new Asked(end, address));
        add(given, end, address, skb);
        return first;
    }

    /** The packets that are given up with that neighbour, in the order in which they came, and are forgotten. */
    List<Skb> given(LinkEnd end, IpAddress address) {
        return remove(given, end, address);
    }

    /** Whether packets wait for that neighbour. */
    boolean holds(LinkEnd end, IpAddress address) {
        return waiting.containsKey(new Asked(end, address));
    }

    /** A packet waits for that neighbour: {@code arp_queue} of {@code struct neighbour}. */
    void hold(LinkEnd end, IpAddress address, Skb skb) {
        add(waiting, end, address, skb);
    }

    /** What came last of what waits for that neighbour. */
    Optional<Skb> last(LinkEnd end, IpAddress address) {
        List<Skb> all = waiting.getOrDefault(new Asked(end, address), List.of());
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** What waited for that neighbour, in the order in which it came, and does so no longer. */
    List<Skb> take(LinkEnd end, IpAddress address) {
        return remove(waiting, end, address);
    }

    private static void add(Map<Asked, List<Skb>> to, LinkEnd end, IpAddress address, Skb skb) {
        to.computeIfAbsent(new Asked(end, address), asked -> new ArrayList<>()).add(skb);
    }

    private static List<Skb> remove(Map<Asked, List<Skb>> from, LinkEnd end, IpAddress address) {
        List<Skb> all = from.remove(new Asked(end, address));
        return all == null ? List.of() : all;
    }
}
