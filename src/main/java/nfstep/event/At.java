package nfstep.event;

/**
 * Which packet an event is about, and where it is.
 *
 * @param packet the packet's number in the walk
 */
public record At(String namespace, long packet) {}
