package nfstep.export;

import java.util.Optional;
import java.util.function.Consumer;
import nfstep.event.ChainRef;
import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.event.RuleEvent;
import nfstep.parse.packet.LogLine;
import nfstep.rules.Effect;
import nfstep.rules.HookState;
import nfstep.rules.Skb;
import nfstep.source.Printable;
import nfstep.trace.Walk;

/**
 * A walk as the kernel's TRACE target logs it, with each packet marked before the first table: {@code ip_tables.c},
 * {@code trace_packet}.
 */
public final class KernelTrace {
    private final Optional<String> namespace;
    private final Consumer<String> lines;

    private KernelTrace(Optional<String> namespace, Consumer<String> lines) {
        this.namespace = namespace;
        this.lines = lines;
    }

    /** The lines of one namespace. */
    public static void of(Walk walk, String namespace, Consumer<String> lines) {
        new KernelTrace(Optional.of(namespace), lines).write(walk);
    }

    /** The lines of all namespaces, each with the name of its own before it. */
    public static void ofAll(Walk walk, Consumer<String> lines) {
        new KernelTrace(Optional.empty(), lines).write(walk);
    }

    private void write(Walk walk) {
        Focus focus = Focus.START;
        for (int i = 0; i < walk.size(); i++) {
            Event event = walk.event(i);
            if (event instanceof RuleEvent rule) {
                write(rule, focus);
            }
            focus = event.moves(focus);
        }
    }

    private void write(RuleEvent event, Focus focus) {
        String where = event.at().namespace();
        if (namespace.isEmpty() || namespace.get().equals(where)) {
            Skb skb = focus.skb().orElseThrow();
            HookState state = focus.where().orElseThrow();
            place(event).ifPresent(place -> {
                String line = "TRACE: " + place + " " + LogLine.of(state, skb, Effect.LogFlags.TRACE);
                lines.accept((namespace.isEmpty() ? "[" + Printable.line(where) + "] " : "") + Printable.line(line));
            });
        }
    }

    /** Such as {@code filter:FORWARD:rule:3}; none for what the kernel does not log. */
    private static Optional<String> place(RuleEvent event) {
        if (event instanceof RuleEvent.RuleMatched matched) {
            String kind = matched.looksLikePolicy() ? (isBase(matched.chain()) ? "policy" : "return") : "rule";
            return Optional.of(place(matched.chain(), kind, matched.number()));
        }
        if (event instanceof RuleEvent.ChainLeft left && !left.byRule()) {
            return Optional.of(place(left.chain(), "return", left.number()));
        }
        return event instanceof RuleEvent.PolicyApplied policy
                ? Optional.of(place(policy.chain(), "policy", policy.number()))
                : Optional.empty();
    }

    private static String place(ChainRef chain, String kind, int number) {
        return chain.table().word() + ":" + chain.chain() + ":" + kind + ":" + number;
    }

    private static boolean isBase(ChainRef chain) {
        return chain.table().hooks().stream().anyMatch(hook -> hook.name().equals(chain.chain()));
    }
}
