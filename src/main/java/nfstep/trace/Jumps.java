package nfstep.trace;

import java.util.Optional;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.event.RuleEvent.ChainEntered.Entry;
import nfstep.rules.Action;

/** Where jumps between chains lead to and where they came from. */
final class Jumps {
    private Jumps() {}

    /** From a jump to where its chain is left, or from there back; from anything else one step. */
    static Optional<Position> over(Walk walk, Position position, Way way) {
        return FunctionCall.around(walk, position)
                .flatMap(call -> way == Way.FORWARD ? end(call) : start(call))
                .or(() -> Move.STEP.from(walk, position, way));
    }

    /** From a chain to where it is left, or back to what led into it; from no chain to the ends of the function. */
    static Optional<Position> out(Walk walk, Position position, Way way) {
        return FunctionCall.around(walk, position)
                .flatMap(call -> way == Way.FORWARD ? call.up(call.line().depth() - 1) : entry(call));
    }

    private static Optional<Position> end(FunctionCall call) {
        if (!(call.line().event() instanceof RuleEvent.RuleMatched matched)) {
            return Optional.empty();
        }
        Action action = matched.rule().action();
        if (action instanceof Action.Jump) {
            return call.up(call.line().depth());
        }
        return action instanceof Action.Goto ? call.up(call.line().depth() - 1) : Optional.empty();
    }

    /** The rule whose jump ended here; at the end of a function, of the outermost jump that the verdict cut short. */
    private static Optional<Position> start(FunctionCall call) {
        Event event = call.line().event();
        boolean ends = event instanceof RuleEvent.ChainLeft || event instanceof PathEvent.FunctionLeft;
        int depth = event instanceof PathEvent.FunctionLeft ? 1 : call.line().depth();
        int i = call.here() - 1;
        while (i >= 0 && call.lines().get(i).depth() > depth) {
            i--;
        }
        return ends && i >= 0 && i < call.here() - 1 && call.lines().get(i).event() instanceof RuleEvent.RuleMatched
                ? Optional.of(Position.of(call.lines().get(i).number()))
                : Optional.empty();
    }

    private static Optional<Position> entry(FunctionCall call) {
        int depth = call.line().depth();
        for (int i = call.here(); i > 0; i--) {
            FunctionCall.Line line = call.lines().get(i);
            boolean byGoto = line.event() instanceof RuleEvent.ChainEntered e && e.how() == Entry.GOTO;
            if (line.depth() < depth) {
                return Optional.of(Position.of(line.number()));
            } else if (byGoto && line.depth() == depth) {
                return Optional.of(Position.of(call.lines().get(i - 1).number()));
            }
        }
        return call.here() == 0
                ? Optional.empty()
                : Optional.of(Position.of(call.lines().get(0).number()));
    }
}
