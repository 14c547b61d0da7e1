package nfstep.event;

/** Takes the events of a walk in the order in which they happen. */
@FunctionalInterface
public interface EventSink {
    /** The next event. */
    void accept(Event event);
}
