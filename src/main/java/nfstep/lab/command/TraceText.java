package nfstep.lab.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nfstep.packet.IpAddress;

/** What traceroute prints: {@code traceroute.c}, {@code print_probe}. */
final class TraceText {
    private static final double MILLION = 1e6;

    private final TraceWish wish;

    TraceText(TraceWish wish) {
        this.wish = wish;
    }

    String head() {
        return "traceroute to " + wish.written() + " (" + wish.way().destination() + "), "
                + wish.hops().last() + " hops max, " + wish.shape().length() + " byte packets";
    }

    /** The lines of the hops. */
    String hops(List<TraceProbe> probes) {
        StringBuilder out = new StringBuilder();
        Optional<IpAddress> before = Optional.empty();
        for (int i = 0; i < probes.size(); i++) {
            if (i % wish.hops().probes() == 0) {
                int hop = wish.hops().first() + i / wish.hops().probes();
                out.append(String.format(Locale.ROOT, "\n%2d ", hop));
                before = Optional.empty();
            }
            Optional<TraceProbe.Answer> answer = probes.get(i).answer();
            out.append(answer.isEmpty() ? " *" : told(answer.get(), before));
            before = answer.isPresent() ? answer.map(TraceProbe.Answer::from) : before;
        }
        return out.toString();
    }

    private String told(TraceProbe.Answer answer, Optional<IpAddress> before) {
        String from = answer.from().toString();
        String who = before.filter(answer.from()::equals).isPresent()
                ? ""
                : " " + from + (wish.numeric() ? "" : " (" + from + ")");
        String time = String.format(Locale.ROOT, "  %.3f ms", answer.nanos() / MILLION);
        return who + time + (answer.mark().isEmpty() ? "" : " " + answer.mark());
    }
}
