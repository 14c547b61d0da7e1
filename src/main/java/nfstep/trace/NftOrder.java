package nfstep.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import nfstep.event.At;
import nfstep.event.PathEvent;
import nfstep.rules.Hook;

/**
 * Puts a rule that answers a packet behind the way of its answer through OUTPUT and POSTROUTING: it is told of when it was
 * carried out.
 */
final class NftOrder {
    private static final long NONE = 0;

    private final Consumer<TraceLog.Line> lines;
    private final List<Held> held = new ArrayList<>();

    /** A line that waits for the way of an answer. */
    private record Held(At rejected, long answer, TraceLog.Line line) {}

    NftOrder(Consumer<TraceLog.Line> lines) {
        this.lines = lines;
    }

    /** A packet is sent; if it answers the last one that was rejected there, that one waits for it. */
    void sent(PathEvent.Sent sent) {
        String namespace = sent.at().namespace();
        for (int i = held.size() - 1; i >= 0; i--) {
            Held each = held.get(i);
            if (each.rejected().namespace().equals(namespace)
                    && each.rejected().packet() == sent.answers()
                    && each.answer() == NONE) {
                held.set(i, new Held(each.rejected(), sent.at().packet(), each.line()));
                return;
            }
        }
    }

    /** A line of a packet at a hook. */
    void tell(At at, Hook hook, NftVisit.Told told) {
        boolean leaves = hook == Hook.OUTPUT || hook == Hook.POSTROUTING;
        while (!held.isEmpty() && !(leaves && last().answer() == at.packet() && isIn(at))) {
            release();
        }
        if (told.answered()) {
            held.add(new Held(at, NONE, told.line()));
        } else {
            lines.accept(told.line());
        }
    }

    private boolean isIn(At at) {
        return last().rejected().namespace().equals(at.namespace());
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
        lines.accept(held.remove(held.size() - 1).line());
    }
}
