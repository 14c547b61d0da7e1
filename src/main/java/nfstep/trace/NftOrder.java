package nfstep.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import nfstep.event.At;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.rules.Hook;

/**
 * Puts a rule that sends a packet behind what that packet meets before the rule is told of: its way out, and if a process
 * sends, all that comes of it. {@code nft_do_chain} holds no lock in which, as in {@code ipt_do_table}, the kernel would
 * not receive.
 */
final class NftOrder {
    private final Consumer<TraceLog.Line> lines;
    private final Map<Long, Long> parents = new HashMap<>();
    private final List<Held> held = new ArrayList<>();

    /** Lines of a packet that wait, from a rule on, to the end of the hook function. */
    private static final class Held {
        private final At at;
        private final NftVisit.Told rule;
        private final List<TraceLog.Line> lines = new ArrayList<>();
        private boolean isOpen = true;

        Held(At at, NftVisit.Told rule) {
            this.at = at;
            this.rule = rule;
            lines.add(rule.line());
        }
    }

    NftOrder(Consumer<TraceLog.Line> lines) {
        this.lines = lines;
    }

    /** Something happens to a packet. */
    void see(PacketEvent event) {
        if (event instanceof PathEvent.Sent sent) {
            parents.put(sent.at().packet(), sent.answers());
        } else if (event instanceof PathEvent.Copied copied) {
            parents.put(copied.at().packet(), copied.of());
        }
        if (!held.isEmpty() && last().at.equals(event.at())) {
            own(last(), event);
        }
    }

    private void own(Held waiting, PacketEvent event) {
        if (event instanceof PathEvent.FunctionLeft) {
            waiting.isOpen = false;
        } else if (!waiting.isOpen && !waiting.rule.answers() && !(event instanceof PathEvent.Paused)) {
            release();
        }
    }

    /** A line of a packet at a hook. */
    void tell(At at, Hook hook, NftVisit.Told told) {
        while (!held.isEmpty() && !isBefore(at, hook, last())) {
            release();
        }
        if (!held.isEmpty() && last().at.equals(at)) {
            last().lines.add(told.line());
        } else if (told.answers() || (told.copies() && told.byProcess())) {
            held.add(new Held(at, told));
        } else {
            lines.accept(told.line());
        }
    }

    private boolean isBefore(At at, Hook hook, Held waiting) {
        if (at.equals(waiting.at)) {
            return waiting.isOpen;
        }
        boolean leaves = hook == Hook.OUTPUT || hook == Hook.POSTROUTING;
        boolean isHere = leaves && at.namespace().equals(waiting.at.namespace());
        return (isHere || waiting.rule.byProcess()) && descends(at.packet(), waiting.at.packet());
    }

    private boolean descends(long packet, long from) {
        long each = parents.getOrDefault(packet, 0L);
        while (each != 0 && each != from) {
            each = parents.getOrDefault(each, 0L);
        }
        return each == from;
    }

    /** The walk is over. */
    void end() {
        while (!held.isEmpty()) {
            release();
        }
    }

    private Held last() {
        return held.get(held.size() - 1);
    }

    private void release() {
        held.remove(held.size() - 1).lines.forEach(lines);
    }
}
