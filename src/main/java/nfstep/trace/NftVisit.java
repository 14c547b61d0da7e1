package nfstep.trace;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.event.At;
import nfstep.event.ChainRef;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.parse.packet.TracedPacket;
import nfstep.rules.Action;
import nfstep.rules.HookState;
import nfstep.rules.Skb;

/** A packet in the chains of one hook function, as nftables traces it. */
final class NftVisit {
    private static final Pattern PLACE = Pattern.compile("([a-z]+)/(.+):(\\d+)");

    private final HookState where;
    private Skb skb;
    private Optional<String> shown = Optional.empty();
    private Optional<Begun> begun = Optional.empty();
    private boolean isDecided;
    private boolean isOpen = true;

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

    /** Whether it is the rule that is being carried out that drops the packet, and not a match of a later one. */
    boolean isEndedBy(PathEvent.Dropped dropped) {
        return begun.map(Begun::matched)
                .filter(m -> isDecided || dropped.place().equals(m.chain().path() + ":" + m.number()))
                .isPresent();
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
            isOpen = said.equals("CONTINUE") || said.equals("RETURN") || said.contains(":");
            String what = "rule:" + matched.number() + ":" + said;
            TraceLog.Line line = written(rule.event(), matched.at(), place(matched.chain(), what));
            return new Told(line, is(action, "REJECT"), is(action, "TEE"), isProcess());
        });
        begun = Optional.empty();
        return told;
    }

    private static boolean is(Action action, String target) {
        return action instanceof Action.Extension extension
                && extension.target().name().equals(target);
    }

    /** The end of a chain that rules led to. */
    Told left(int event, RuleEvent.ChainLeft left) {
        return told(event, left.at(), place(left.chain(), "return:" + left.number()));
    }

    /** The policy decides. */
    Told policy(int event, RuleEvent.PolicyApplied policy) {
        isOpen = false;
        String what = "policy:" + policy.number() + ":" + policy.policy();
        return told(event, policy.at(), place(policy.chain(), what));
    }

    /** A match of a rule drops the packet at once, {@code nft_match_eval}; nothing if a rule or policy did that was told of. */
    Optional<Told> dropped(int event, PathEvent.Dropped dropped) {
        Matcher place = PLACE.matcher(dropped.place());
        return isOpen && place.matches()
                ? Optional.of(told(
                        event,
                        dropped.at(),
                        place.group(1) + ":" + place.group(2) + ":rule:" + place.group(3) + ":DROP"))
                : Optional.empty();
    }

    private Told told(int event, At at, String place) {
        return new Told(written(event, at, place), false, false, isProcess());
    }

    private boolean isProcess() {
        return skb.isSentByProgram();
    }

    private static String place(ChainRef chain, String what) {
        return chain.table().word() + ":" + chain.chain() + ":" + what;
    }

    /** The packet is told of once in a base chain; lines behind that repeat it, so that each can be told apart. */
    private TraceLog.Line written(int event, At at, String place) {
        String packet = shown.orElseGet(() -> TracedPacket.line(where, skb.packet()));
        shown = Optional.of(packet);
        String mark = skb.mark() == 0 ? "" : "MARK=0x" + Integer.toHexString(skb.mark()) + " ";
        return new TraceLog.Line(event, at.namespace(), place, packet + mark);
    }
}
