package nfstep.trace;

import java.util.Optional;
import nfstep.event.BridgeEvent;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.NatEvent;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;

/** The ways of going through a walk; each is a question without a side effect. */
public enum Move {
    /** The next step: rule by rule in chains, event by event elsewhere. */
    STEP,
    /** The next function of a hook that takes a packet. */
    HOOK_FUNCTION,
    /** Like STEP, but from a rule that jumps to where its chain is left. */
    OVER_JUMP,
    /** To where the chain is left; back, to what led into it. */
    OUT_OF_CHAIN,
    /** The next packet that is sent or arrives. */
    PACKET,
    /** The next packet whose addresses are translated, or that is dropped. */
    TRANSLATION_OR_DROP,
    /** The next end of a packet's way through a namespace: dropped, delivered, or out by a device. */
    VERDICT,
    /** The next command of the lab. */
    COMMAND;

    /** Where this move leads from a step, if there is such a place. */
    public Optional<Position> from(Walk walk, Position position, Way way) {
        return switch (this) {
            case STEP -> way == Way.FORWARD ? walk.next(position) : walk.previous(position);
            case OVER_JUMP -> Jumps.over(walk, position, way);
            case OUT_OF_CHAIN -> Jumps.out(walk, position, way);
            default -> search(walk, position, way);
        };
    }

    private Optional<Position> search(Walk walk, Position position, Way way) {
        for (int i = position.event() + way.sign(); i >= 0 && i < walk.size(); i += way.sign()) {
            if (stopsAt(walk.event(i))) {
                return Optional.of(Position.of(i));
            }
        }
        return Optional.empty();
    }

    private boolean stopsAt(Event event) {
        return switch (this) {
            case HOOK_FUNCTION -> event instanceof PathEvent.FunctionEntered;
            case PACKET -> event instanceof PacketEvent packet && packet.beginsVisit();
            case TRANSLATION_OR_DROP -> event instanceof NatEvent.Translated || event instanceof PathEvent.Dropped;
            case VERDICT ->
                event instanceof PathEvent.Dropped
                        || event instanceof PathEvent.Delivered
                        || event instanceof PathEvent.Transmitted
                        || event instanceof BridgeEvent.PortLeft;
            case COMMAND -> event instanceof CommandEvent.CommandStarted;
            default -> false;
        };
    }
}
