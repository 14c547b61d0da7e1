package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
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
import nfstep.trace.RuleLine;
import nfstep.tui.Glyph;
import nfstep.tui.Line;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.Role;

/** The chain that the packet is in; outside of chains, what happens instead. */
final class RulesPane implements Pane {
    private static final int NUMBER_WIDTH = 5;
    private static final int PACKETS_WIDTH = 6;

    @Override
    public PaneName name() {
        return PaneName.RULES;
    }

    @Override
    public View view(Model model, Room room) {
        Moment now = model.session().scene().after();
        Optional<Focus.Frame> top = now.focus().top();
        Optional<Chain> chain =
                top.flatMap(f -> RuleLine.chain(now.world(), now.focus().namespace(), f.chain()));
        return chain.map(c -> new Shown(model, room, now, top.orElseThrow(), c).view())
                .orElseGet(() -> new HereView(model, room).view());
    }

    /** A chain as it is shown. */
    private record Shown(Model model, Room room, Moment now, Focus.Frame frame, Chain chain) {
        View view() {
            int total = chain.rules().size() + 1;
            Room below = new Room(room.width(), room.height() - 1, room.scroll(), room.glyphs());
            int first = below.first(frame.rule() - 1, total);
            List<Line> lines = new ArrayList<>();
            lines.add(Line.of(pad("#", NUMBER_WIDTH + 1) + pad("pkts", PACKETS_WIDTH) + "  rule", Role.HEADING));
            for (int i = first; i < Math.min(total, first + below.height()); i++) {
                lines.add(i < chain.rules().size() ? rule(i + 1) : end());
            }
            String place = Math.min(frame.rule(), total) + "/" + chain.rules().size();
            return new View(title(), lines, place);
        }

        private String title() {
            StringJoiner stack = new StringJoiner(" > ");
            for (Focus.Frame f : now.focus().stack()) {
                boolean last = f.equals(frame);
                stack.add(last ? f.chain().chain() : f.chain().chain() + ":" + f.rule());
            }
            return frame.chain().table().word() + "/" + stack;
        }

        private Line rule(int number) {
            Rule rule = chain.rules().get(number - 1);
            Counter counter =
                    now.world().netfilter(now.focus().namespace()).counters().ofRule(rule.id());
            Line start = Line.of(mark(number), Role.BREAKPOINT_ON)
                    .plus(pad(Integer.toString(number), NUMBER_WIDTH), Role.DIM)
                    .plus(pad(Quantity.of(counter.packets()), PACKETS_WIDTH) + "  ");
            if (number == frame.rule()) {
                return start.plus(rule.toSyntax()).in(Role.CURRENT_RULE);
            }
            Role role = number < frame.rule() ? Role.PASSED : Role.TEXT;
            return start.plus(conditions(rule), role).plus(rule.action().toSyntax(), actionRole(rule, role));
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

        private String mark(int number) {
            ChainRef ref = frame.chain();
            var here = new Breakpoint.AtRule(ref.table(), ref.chain(), number);
            boolean stops = model.session().stops().numberOf(here).isPresent();
            String current = number == frame.rule() ? room.sign(Glyph.CURRENT) : " ";
            return stops ? room.sign(Glyph.BREAK_ON) : current;
        }

        private Line end() {
            int number = chain.rules().size() + 1;
            boolean isCurrent = number == frame.rule();
            String mark = isCurrent ? room.sign(Glyph.CURRENT) : " ";
            Line line = Line.of(mark + pad("", NUMBER_WIDTH) + pad(policyCount(), PACKETS_WIDTH) + "  ")
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
            if (chain.hook().isEmpty()) {
                return "";
            }
            ChainRef ref = frame.chain();
            var key = new Counters.PolicyKey(
                    ref.family(), ref.table(), chain.hook().get());
            var counters = now.world().netfilter(now.focus().namespace()).counters();
            return Quantity.of(counters.ofPolicy(key).packets());
        }
    }

    private static String pad(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
