package nfstep.trace;

import nfstep.event.Event;

/** One step of a walk: what happened, and the moments before and after it. */
public record Scene(Position position, Event event, Moment before, Moment after) {}
