package nfstep.rules.xt;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.Protocols;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.rules.Verdict;
import nfstep.source.Outcome;

/**
 * {@code -j TCPMSS}: lowers the maximum segment size that a SYN announces, or announces one; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "TCPMSS"; kernel {@code net/netfilter/xt_TCPMSS.c}, {@code tcpmss_mangle_packet}.
 *
 * @param size 0 to 65515 bytes; none for what fits through the path in both directions
 */
public record TcpmssTarget(OptionalInt size) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "TCPMSS",
            "Lowers the maximum segment size that a SYN announces.",
            Options.of(
                            OptionSpec.of("set-mss", "BYTES  to that at most"),
                            OptionSpec.flag("clamp-mss-to-pmtu", "to what fits through the path in both directions"))
                    .needsOneOf("set-mss", "clamp-mss-to-pmtu"),
            TcpmssTarget::read);

    private static final int MOST = 65515;

    private static Outcome<Target> read(Reading reading) {
        Layer4.require(reading, Protocols.TCP);
        List<OptionUse> uses = reading.setting().options();
        OptionUse last = uses.get(uses.size() - 1);
        OptionalInt size = last.option().equals("set-mss")
                ? OptionalInt.of((int) reading.number(last, 0, MOST))
                : OptionalInt.empty();
        return reading.made(() -> new TcpmssTarget(size));
    }

    @Override
    public String name() {
        return "TCPMSS";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        if (context.packet().fragmentOffset() != 0) {
            return TargetResult.CONTINUE;
        }
        SegmentSize segment = new SegmentSize(context.packet());
        OptionalInt wanted = size.isPresent() ? size : segment.fitting(PathMtu.bothWays(context));
        if (!segment.isWhole() || wanted.isEmpty()) {
            return TargetResult.end(Verdict.DROP);
        }
        return segment.lowered(wanted.getAsInt())
                .map(packet -> TargetResult.goOn(Effect.Pull.ALL, new Effect.Rewrite(packet)))
                .orElse(TargetResult.goOn(Effect.Pull.ALL));
    }

    /** {@code tcpmss_tg4_check}: where the way out is not known, there is no path to clamp to. */
    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return size.isPresent() ? Optional.empty() : Places.only(hook, Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);
    }

    @Override
    public Optional<String> refusedBeside(List<Match> matches) {
        boolean syn = matches.stream()
                .anyMatch(m -> m instanceof TcpMatch tcp && tcp.flags().wantsSyn());
        return syn ? Optional.empty() : Optional.of("it works on SYN packets only: write --syn before it");
    }

    @Override
    public String options() {
        return size.isPresent() ? "--set-mss " + size.getAsInt() : "--clamp-mss-to-pmtu";
    }

    @Override
    public String listing(boolean numeric) {
        return size.isPresent() ? "TCPMSS set " + size.getAsInt() : "TCPMSS clamp to PMTU";
    }
}
