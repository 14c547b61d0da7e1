package nfstep.trace;

import java.util.Optional;
import java.util.function.Consumer;
import nfstep.event.ChainRef;
import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.event.RuleEvent;
import nfstep.parse.packet.LogLine;
import nfstep.parse.packet.TracePlace;
import nfstep.rules.Effect;
import nfstep.rules.HookState;
import nfstep.rules.Skb;

/**
 * A walk as the kernel's TRACE target logs it, with each packet marked before the first table: {@code ip_tables.c},
 * {@code trace_packet}.
 */
public final class TraceLog {
    private TraceLog() {}

    /**
     * One line that the kernel would log.
     *
     * @param event the number of the event that it tells of
     * @param place such as {@code filter:FORWARD:rule:3}
     * @param packet the line from {@code IN=} on
     */
    public record Line(int event, String namespace, String place, String packet) {
        /** The whole line, such as {@code TRACE: filter:FORWARD:rule:3 IN=eth0 ...}. */
        public String text() {
            return "TRACE: " + place + " " + packet;
        }
    }

    /** Gives all lines of a walk, those of all namespaces, in their order. */
    public static void of(Walk walk, Consumer<Line> lines) {
        Focus focus = Focus.START;
        for (int i = 0; i < walk.size(); i++) {
            Event event = walk.event(i);
            if (event instanceof RuleEvent rule) {
                line(i, rule, focus).ifPresent(lines);
            }
            focus = event.moves(focus);
        }
    }

    private static Optional<Line> line(int number, RuleEvent event, Focus focus) {
        return place(event).map(place -> {
            Skb skb = focus.skb().orElseThrow();
            HookState state = focus.where().orElseThrow();
            String packet = LogLine.of(state, skb, Effect.LogFlags.TRACE);
            return new Line(number, event.at().namespace(), place, packet);
        });
    }

    /** Such as {@code filter:FORWARD:rule:3}; none for what the kernel does not log. */
    private static Optional<String> place(RuleEvent event) {
        if (event instanceof RuleEvent.RuleMatched matched) {
            TracePlace.Kind end = isBase(matched.chain()) ? TracePlace.Kind.POLICY : TracePlace.Kind.RETURN;
            TracePlace.Kind kind = matched.looksLikePolicy() ? end : TracePlace.Kind.RULE;
            return Optional.of(place(matched.chain(), kind, matched.number()));
        }
        if (event instanceof RuleEvent.ChainLeft left && !left.byRule()) {
            return Optional.of(place(left.chain(), TracePlace.Kind.RETURN, left.number()));
        }
        return event instanceof RuleEvent.PolicyApplied policy
                ? Optional.of(place(policy.chain(), TracePlace.Kind.POLICY, policy.number()))
                : Optional.empty();
    }

    private static String place(ChainRef chain, TracePlace.Kind kind, int number) {
        return new TracePlace(chain.table().word(), chain.chain(), kind, number).text();
    }

    private static boolean isBase(ChainRef chain) {
        return chain.table().hooks().stream().anyMatch(hook -> hook.name().equals(chain.chain()));
    }
}
