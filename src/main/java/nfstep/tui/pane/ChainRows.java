package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import nfstep.debugger.Breakpoint;
import nfstep.event.ChainRef;
import nfstep.event.Focus;
import nfstep.rules.Action;
import nfstep.rules.Chain;
import nfstep.rules.Counter;
import nfstep.rules.Rule;
import nfstep.rules.Verdict;
import nfstep.state.Counters;
import nfstep.trace.Moment;
import nfstep.tui.Glyph;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.Role;

/**
 * The rows of a chain of the namespace that the walk is in.
 *
 * @param frame which chain it is, and the rule that the packet is at; 0 if it is at none of its rules
 */
record ChainRows(Model model, Room room, Focus.Frame frame, Chain chain) {
    private static final int NUMBER_WIDTH = 4;
    private static final int PACKETS_WIDTH = 6;

    /** What the columns are. */
    static Line heading() {
        return Line.of(pad("#", NUMBER_WIDTH + 2) + pad("pkts", PACKETS_WIDTH) + "  rule", Role.HEADING);
    }

    private Moment now() {
        return model.scene().after();
    }

    private Counters counters() {
        return now().world().netfilter(now().focus().namespace()).counters();
    }

    /** The rule of that number, from 1. */
    Line rule(int number) {
        Rule rule = chain.rules().get(number - 1);
        Counter counter = counters().ofRule(rule.id());
        Line start = Line.of(marks(number), Role.BREAKPOINT_ON)
                .plus(pad(Integer.toString(number), NUMBER_WIDTH), Role.DIM)
                .plus(pad(Quantity.of(counter.packets()), PACKETS_WIDTH) + "  ");
        if (number == frame.rule()) {
            return start.plus(rule.toSyntax()).in(Role.CURRENT_RULE);
        }
        Role role = number < frame.rule() ? Role.PASSED : Role.TEXT;
        return start.plus(conditions(rule), role).plus(rule.action().toSyntax(), actionRole(rule, role));
    }

    /** The rule that the packet is at, broken where the pane ends. */
    List<Line> current() {
        String text = chain.rules().get(frame.rule() - 1).toSyntax();
        Line whole = rule(frame.rule());
        String start = whole.text().substring(0, whole.text().length() - text.length());
        List<Line> lines = new ArrayList<>();
        for (Line part : Line.of(text).wrapped(Math.max(1, room.width() - start.length()))) {
            String before = lines.isEmpty() ? start : " ".repeat(start.length());
            lines.add(Line.of(before).plus(part).in(Role.CURRENT_RULE));
        }
        return lines;
    }

    private static String conditions(Rule rule) {
        String all = rule.toSyntax();
        return all.substring(0, all.length() - rule.action().toSyntax().length());
    }

    private static Role actionRole(Rule rule, Role otherwise) {
        if (rule.action() instanceof Action.Standard s) {
            return s.verdict() == Verdict.ACCEPT ? Role.VERDICT_ACCEPT : Role.VERDICT_DROP;
        }
        return rule.action() instanceof Action.Jump || rule.action() instanceof Action.Goto
                ? Role.VERDICT_JUMP
                : otherwise;
    }

    /** Two signs: where the packet is, and what stops there. */
    private String marks(int number) {
        ChainRef ref = frame.chain();
        var here = new Breakpoint.AtRule(ref.table(), ref.chain(), number);
        String current = number == frame.rule() ? room.sign(Glyph.CURRENT) : " ";
        return current + BreaksPane.sign(model, here, room);
    }

    /** What ends the chain: its policy, or the way back. */
    Line end() {
        boolean isCurrent = frame.rule() == chain.rules().size() + 1;
        String mark = isCurrent ? room.sign(Glyph.CURRENT) : " ";
        Line line = Line.of(mark + " " + pad("", NUMBER_WIDTH) + pad(policyCount(), PACKETS_WIDTH) + "  ")
                .plus(endText(), chain.isBase() ? policyRole() : Role.DIM);
        return isCurrent ? line.in(Role.CURRENT_RULE) : line;
    }

    private String endText() {
        return chain.isBase() ? "policy " + chain.policy() : "(end: back to the caller)";
    }

    private Role policyRole() {
        return chain.policy() == Verdict.ACCEPT ? Role.VERDICT_ACCEPT : Role.VERDICT_DROP;
    }

    private String policyCount() {
        ChainRef ref = frame.chain();
        return chain.hook()
                .map(hook -> new Counters.PolicyKey(ref.family(), ref.table(), hook))
                .map(key -> Quantity.of(counters().ofPolicy(key).packets()))
                .orElse("");
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
