package nfstep.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.event.At;
import nfstep.event.Event;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.event.RuleEvent.ChainEntered.Entry;

/** The events of one packet in one hook function, from its entry to its end, each with how deep in chains it leads. */
record FunctionCall(List<Line> lines, int here) {
    /**
     * One event.
     *
     * @param number of the event in the walk
     * @param depth how many chains the packet is in after it
     */
    record Line(int number, Event event, int depth) {}

    /** The call that a step belongs to, if it belongs to one. */
    static Optional<FunctionCall> around(Walk walk, Position position) {
        if (!(walk.event(position.event()) instanceof PacketEvent here)) {
            return Optional.empty();
        }
        for (int i = position.event(); i >= 0; i--) {
            if (isOf(here.at(), walk.event(i))) {
                if (walk.event(i) instanceof PathEvent.FunctionEntered) {
                    return Optional.of(from(walk, i, position.event()));
                } else if (walk.event(i) instanceof PathEvent.FunctionLeft && i < position.event()) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    private static FunctionCall from(Walk walk, int entry, int position) {
        At at = ((PacketEvent) walk.event(entry)).at();
        List<Line> lines = new ArrayList<>();
        int here = 0;
        int depth = 0;
        for (int i = entry; i < walk.size(); i++) {
            Event event = walk.event(i);
            if (isOf(at, event)) {
                here = i == position ? lines.size() : here;
                depth = event instanceof PathEvent.FunctionLeft ? 0 : depth + deeper(event);
                lines.add(new Line(i, event, depth));
            }
            if (isOf(at, event) && event instanceof PathEvent.FunctionLeft) {
                break;
            }
        }
        return new FunctionCall(lines, here);
    }

    private static boolean isOf(At at, Event event) {
        return event instanceof PacketEvent other
                && other.at().packet() == at.packet()
                && other.at().namespace().equals(at.namespace());
    }

    private static int deeper(Event event) {
        if (event instanceof RuleEvent.ChainLeft) {
            return -1;
        }
        return event instanceof RuleEvent.ChainEntered entered && entered.how() != Entry.GOTO ? 1 : 0;
    }

    /** The line of the step. */
    Line line() {
        return lines.get(here);
    }

    /** The first later line at most that deep, or the end of the call. */
    Optional<Position> up(int depth) {
        for (Line line : lines.subList(here + 1, lines.size())) {
            if (line.depth() <= depth || line.event() instanceof PathEvent.FunctionLeft) {
                return Optional.of(Position.of(line.number()));
            }
        }
        return Optional.empty();
    }
}
