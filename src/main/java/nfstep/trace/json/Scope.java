package nfstep.trace.json;

import nfstep.event.At;
import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.packet.Packet;
import nfstep.state.Change;
import nfstep.state.World;
import nfstep.trace.Moment;

/** What is known at an event from those before it, while a walk is written or read: what need not be told again. */
final class Scope {
    private final EditTexts texts;
    private final Skbs skbs;
    private final Codec<Change> changes;
    private Moment moment = new Moment(World.initial(), Focus.START);
    private At at = new At("", 0);

    Scope(EditTexts texts, Codec<Packet> packets) {
        this.texts = texts;
        this.skbs = new Skbs(packets);
        this.changes = Changes.codec(texts);
    }

    EditTexts texts() {
        return texts;
    }

    Skbs skbs() {
        return skbs;
    }

    Codec<Change> changes() {
        return changes;
    }

    World world() {
        return moment.world();
    }

    Focus focus() {
        return moment.focus();
    }

    /** The place of the last event that had one. */
    At at() {
        return at;
    }

    void at(At place) {
        at = place;
    }

    /** Goes on behind an event. */
    Moment pass(Event event) {
        moment = moment.after(event);
        return moment;
    }
}
