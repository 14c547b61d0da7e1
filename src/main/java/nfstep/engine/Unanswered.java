package nfstep.engine;

import java.util.HashMap;
import java.util.Map;
import nfstep.host.LinkEnd;
import nfstep.packet.IpAddress;

/** Neighbours that were asked for and do not answer: {@code net/core/neighbour.c}, {@code NUD_INCOMPLETE}. */
final class Unanswered {
    /**
     * Three probes, a second each: {@code mcast_solicit}, {@code retrans_time_ms}. The timer wheel lets each of them last
     * up to 32 ms longer; 3.06 to 3.09 s were measured.
     */
    private static final long PATIENCE_NANOS = 3_060_000_000L;

    private final Map<Asked, Long> given = new HashMap<>();

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
}
