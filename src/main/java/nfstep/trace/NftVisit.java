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
    private boolean isDecided;

    /** A rule that is being carried out. */
    private record Begun(int event, RuleEvent.RuleMatched matched) {}

    /**
     * A line.
     *
     * @param answers whether its rule may have sent an answer to the packet
     * @param copies whether its rule may have sent a copy of the packet
     * @param byProcess whether a process waits until the packet is on its way
     */
    record Told(TraceLog.Line line, boolean answers, boolean copies, boolean byProcess) {}

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

    /** The rule that is being carried out decided on a translation: whatever comes of that, it accepts. */
    void decided() {
        isDecided = true;
    }

    void begin(int event, RuleEvent.RuleMatched matched) {
        begun = Optional.of(new Begun(event, matched));
        isDecided = false;
    }

    /** Whether that rule is being carried out. */
    boolean isAt(ChainRef chain, int number) {
        return begun.map(Begun::matched)
                .filter(m -> m.chain().equals(chain) && m.number() == number)
                .isPresent();
    }

    /** The rule that is being carried out ends so; nothing where none is. */
    Optional<Told> end(String verdict) {
        Optional<Told> told = begun.map(rule -> {
            RuleEvent.RuleMatched matched = rule.matched();
            Action action = matched.rule().action();
            String said = action instanceof Action.Return ? "RETURN" : isDecided ? "ACCEPT" : verdict;
            String what = "rule:" + matched.number() + ":" + said;
            TraceLog.Line line = written(rule.event(), matched, what);
            return new Told(
                    line, is(action, "REJECT"), is(action, "TEE"), skb.owner().isProgram());
        });
        begun = Optional.empty();
        return told;
    }

    private static boolean is(Action action, String target) {
        return action instanceof Action.Extension extension
                && extension.target().name().equals(target);
    }

    /** A line that is not of a rule. */
    Told line(int event, RuleEvent at, String what) {
        return new Told(written(event, at, what), false, false, skb.owner().isProgram());
    }

    /** The packet is told of once in a base chain; lines behind that repeat it, so that each can be told apart. */
    private TraceLog.Line written(int event, RuleEvent at, String what) {
        String packet = shown.orElseGet(() -> TracedPacket.line(where, skb.packet()));
        shown = Optional.of(packet);
        String mark = skb.mark() == 0 ? "" : "MARK=0x" + Integer.toHexString(skb.mark()) + " ";
        String place = at.chain().table().word() + ":" + at.chain().chain() + ":" + what;
        return new TraceLog.Line(event, at.at().namespace(), place, packet + mark);
    }
}
