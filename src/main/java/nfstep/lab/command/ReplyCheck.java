package nfstep.lab.command;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import nfstep.event.CommandEvent;
import nfstep.event.PathEvent;
import nfstep.packet.IcmpHeader;
import nfstep.rules.Skb;

/** {@code expect reply}, {@code expect no-reply}: whether an answer, other than an ICMP error, came back to a sender. */
final class ReplyCheck {
    private static final Set<String> PROGRAMS = Set.of("ping", "nc", "curl", "traceroute");

    private ReplyCheck() {}

    static ExpectCommand.Check read(CommandLine line, boolean wanted) {
        Options.none().read(line, 1).atMost(1);
        return session -> {
            List<PathEvent.Sent> sent = session.recent().sent();
            if (sent.isEmpty()) {
                return new Session.Verdict(!wanted && triedTo(session.recent()), "the last command sent no packet");
            }
            String seen = seen(session.recent(), sent);
            return new Session.Verdict(seen.startsWith("answered") == wanted, seen);
        };
    }

    /** Whether a program ran that sends packets, and found no way. */
    private static boolean triedTo(Recent recent) {
        return recent.all(CommandEvent.CommandStarted.class)
                .anyMatch(c -> PROGRAMS.contains(c.text().split(" ", 2)[0]));
    }

    private static String seen(Recent recent, List<PathEvent.Sent> sent) {
        Set<Long> answers = answers(recent);
        String other = "no answer came back";
        for (String namespace :
                sent.stream().map(s -> s.at().namespace()).distinct().toList()) {
            for (Skb skb : recent.delivered(0, namespace)) {
                boolean error = skb.packet().icmp().filter(IcmpHeader::isError).isPresent();
                if (answers.contains(skb.id()) && !error) {
                    return "answered: " + skb.packet();
                }
                other = error ? "an error came back: " + skb.packet() : other;
            }
        }
        return other;
    }

    private static Set<Long> answers(Recent recent) {
        Set<Long> numbers = new TreeSet<>();
        recent.all(PathEvent.Sent.class).filter(s -> s.answers() != 0).forEach(s -> numbers.add(s.at().packet()));
        return numbers;
    }
}
