package nfstep.lab.fuzz;

import java.util.List;
import java.util.Optional;

/** How time passes between the packets of a lab. */
enum Pace {
    /** As fast as it goes. */
    BRISK,
    /**
     * A kernel's clock ticks between any two of them: within a tick {@code nf_conncount_add} counts what is gone, too, so
     * that a limit of connections depends on who is fast.
     */
    STEADY,
    /** Now and then so much that short timeouts are over. */
    LASTING;

    static Pace drawn(Draw draw) {
        return draw.chance(80) ? BRISK : draw.of(STEADY, LASTING);
    }

    /** The command that lets it pass behind a packet. */
    Optional<String> pause(Draw draw) {
        if (this == STEADY) {
            return Optional.of("sleep 0.012");
        }
        return this == LASTING && draw.chance(4)
                ? Optional.of("sleep " + draw.of("0.6", "1.4", "2.3"))
                : Optional.empty();
    }

    /** Timeouts that are over in a lab. */
    List<String> settings(Draw draw) {
        if (this != LASTING) {
            return List.of();
        }
        String start = "sysctl -w net.netfilter.nf_conntrack_";
        return List.of(
                start + "udp_timeout=" + draw.of(1, 2, 30),
                start + "udp_timeout_stream=" + draw.of(1, 3, 120),
                start + "icmp_timeout=" + draw.of(1, 2, 30),
                start + "generic_timeout=" + draw.of(1, 2, 600),
                start + "tcp_timeout_"
                        + draw.of("syn_sent", "syn_recv", "established", "close", "time_wait", "fin_wait") + "="
                        + draw.of(1, 2, 3));
    }
}
