package nfstep.lab.fuzz;

import java.util.List;
import java.util.function.Supplier;

/** Conditions of {@code -m conntrack}. */
final class ConntrackDraw {
    private final Draw draw;
    private final Topology topology;

    ConntrackDraw(Draw draw, Topology topology) {
        this.draw = draw;
        this.topology = topology;
    }

    String condition() {
        return "-m conntrack " + part() + draw.maybe(20, this::part);
    }

    private String part() {
        List<Supplier<String>> parts = List.of(
                this::state,
                this::state,
                this::state,
                () -> draw.not() + "--ctstatus "
                        + draw.of("NONE", "EXPECTED", "SEEN_REPLY", "ASSURED", "CONFIRMED", "SEEN_REPLY,ASSURED"),
                () -> draw.not() + "--ctproto " + draw.of("tcp", "udp", "icmp", "47"),
                () -> draw.not()
                        + draw.of("--ctorigsrc ", "--ctorigdst ", "--ctreplsrc ", "--ctrepldst ")
                        + topology.addresses(draw),
                () -> draw.not()
                        + draw.of("--ctorigsrcport ", "--ctorigdstport ", "--ctreplsrcport ", "--ctrepldstport ")
                        + draw.one(MatchDraw.PORTS),
                () -> "--ctdir " + draw.of("ORIGINAL", "REPLY"));
        return draw.one(parts).get();
    }

    private String state() {
        return draw.not() + "--ctstate "
                + draw.of(
                        "NEW",
                        "ESTABLISHED",
                        "RELATED",
                        "INVALID",
                        "UNTRACKED",
                        "SNAT",
                        "DNAT",
                        "NEW,DNAT",
                        "RELATED,ESTABLISHED");
    }
}
