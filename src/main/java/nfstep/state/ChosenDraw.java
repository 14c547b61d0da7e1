package nfstep.state;

/**
 * What will be drawn, since a lab says so.
 *
 * @param number from 0, in the order in which the lab chose
 * @param namespace where it is drawn
 */
public record ChosenDraw(long number, String namespace, DrawKind kind, long value) {}
