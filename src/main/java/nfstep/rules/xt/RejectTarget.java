package nfstep.rules.xt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.RejectWith;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.rules.Verdict;
import nfstep.source.Outcome;

/**
 * {@code -j REJECT}: drops the packet and answers it with an error.
 *
 * <p>Source: iptables-extensions(8), "REJECT"; kernel {@code net/ipv4/netfilter/ipt_REJECT.c}, {@code reject_tg}, and
 * {@code net/ipv6/netfilter/ip6t_REJECT.c}, {@code reject_tg6}.
 */
public record RejectTarget(RejectWith with) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "REJECT",
            "Drops the packet and answers it with an error.",
            Options.of(OptionSpec.of("reject-with", "TYPE  the answer; a port unreachable if not given")),
            RejectTarget::read);

    private record Word(RejectWith with, String alias) {
        boolean startsWith(String beginning) {
            return with.word().startsWith(beginning) || alias.startsWith(beginning);
        }
    }

    /** In the order in which iptables looks for the type that an abbreviation means. */
    private static final List<Word> WORDS = List.of(
            new Word(RejectWith.ICMP_NET_UNREACHABLE, "net-unreach"),
            new Word(RejectWith.ICMP_HOST_UNREACHABLE, "host-unreach"),
            new Word(RejectWith.ICMP_PROTO_UNREACHABLE, "proto-unreach"),
            new Word(RejectWith.ICMP_PORT_UNREACHABLE, "port-unreach"),
            new Word(RejectWith.ICMP_NET_PROHIBITED, "net-prohib"),
            new Word(RejectWith.ICMP_HOST_PROHIBITED, "host-prohib"),
            new Word(RejectWith.TCP_RESET, "tcp-rst"),
            new Word(RejectWith.ICMP_ADMIN_PROHIBITED, "admin-prohib"),
            new Word(RejectWith.ICMP6_NO_ROUTE, "no-route"),
            new Word(RejectWith.ICMP6_ADM_PROHIBITED, "adm-prohibited"),
            new Word(RejectWith.ICMP6_ADDR_UNREACHABLE, "addr-unreach"),
            new Word(RejectWith.ICMP6_PORT_UNREACHABLE, "port-unreach"),
            new Word(RejectWith.TCP_RESET6, "tcp-reset"),
            new Word(RejectWith.ICMP6_POLICY_FAIL, "policy-fail"),
            new Word(RejectWith.ICMP6_REJECT_ROUTE, "reject-route"));

    private static Outcome<Target> read(Reading reading) {
        RejectWith usual = reading.family() == IpFamily.IPV4
                ? RejectWith.ICMP_PORT_UNREACHABLE
                : RejectWith.ICMP6_PORT_UNREACHABLE;
        RejectWith with = reading.value("reject-with", usual, use -> named(reading, use, usual));
        if (with.isReset()) {
            Layer4.requireFor(reading, Protocols.TCP, "--reject-with " + with.word());
        }
        return reading.made(() -> new RejectTarget(with));
    }

    private static RejectWith named(Reading reading, OptionUse use, RejectWith usual) {
        String beginning = use.word().toLowerCase(Locale.ROOT);
        List<Word> known = WORDS.stream()
                .filter(word -> word.with().family() == reading.family())
                .toList();
        Optional<RejectWith> found = known.stream()
                .filter(word -> word.startsWith(beginning))
                .map(Word::with)
                .findFirst();
        if (found.isEmpty()) {
            List<String> words = known.stream().map(word -> word.with().word()).toList();
            reading.refuse(
                    use,
                    "takes " + String.join(", ", words) + ", not " + Quoting.quote(use.word())
                            + Quoting.hint(beginning, words));
        }
        return found.orElse(usual);
    }

    @Override
    public String name() {
        return "REJECT";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        return TargetResult.end(Verdict.DROP, new Effect.Reject(with));
    }

    @Override
    public String options() {
        return "--reject-with " + with.word();
    }

    @Override
    public String listing(boolean numeric) {
        return "reject-with " + with.word();
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.FILTER);
    }
}
