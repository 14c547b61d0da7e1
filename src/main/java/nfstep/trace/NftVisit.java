package nfstep.trace;

import java.util.Optional;
import nfstep.event.ChainRef;
import nfstep.event.RuleEvent;
import nfstep.parse.packet.TracedPacket;
import nfstep.rules.Action;
import nfstep.rules.HookState;
import nfstep.rules.Skb;

/** A packet in the chains of one hook function, as nftables traces it. */
final class NftVisit {
    private final HookState where;
    private Skb skb;
    private Optional<String> shown = Optional.empty();
    private Optional<Begun> begun = Optional.empty();

    /** A rule that is being carried out. */
    private record Begun(int event, RuleEvent.RuleMatched matched) {}

    /** A line, and whether an answer to the packet was sent before it. */
    record Told(TraceLog.Line line, boolean answered) {}

    NftVisit(HookState where, Skb skb) {
        this.where = where;
        this.skb = skb;
    }

    HookState where() {
        return where;
    }

    /** A target changed the packet. */
    void becomes(Skb after) {
        skb = after;
    }

    void begin(int event, RuleEvent.RuleMatched matched) {
        begun = Optional.of(new Begun(event, matched));
    }

    /** The rule that is being carried out ends so; nothing where none is. */
    Optional<Told> end(String verdict) {
        Optional<Told> told = begun.map(
                b -> new Told(line(b, verdict), isAnswered(b.matched().rule().action())));
        begun = Optional.empty();
        return told;
    }

    private TraceLog.Line line(Begun rule, String verdict) {
        RuleEvent.RuleMatched matched = rule.matched();
        String said = matched.rule().action() instanceof Action.Return ? "RETURN" : verdict;
        return line(rule.event(), matched, matched.chain(), "rule:" + matched.number() + ":" + said);
    }

    private static boolean isAnswered(Action action) {
        return action instanceof Action.Extension extension
                && extension.target().name().equals("REJECT");
    }

    /** The packet is told of once in a base chain; lines behind that repeat it, so that each can be told apart. */
    TraceLog.Line line(int event, RuleEvent at, ChainRef chain, String what) {
        String packet = shown.orElseGet(() -> TracedPacket.line(where, skb.packet()));
        shown = Optional.of(packet);
        String mark = skb.mark() == 0 ? "" : "MARK=0x" + Integer.toHexString(skb.mark()) + " ";
        String place = chain.table().word() + ":" + chain.chain() + ":" + what;
        return new TraceLog.Line(event, at.at().namespace(), place, packet + mark);
    }
}
