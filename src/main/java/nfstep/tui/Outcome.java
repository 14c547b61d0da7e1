package nfstep.tui;

/** What the screen does after a message. */
public enum Outcome {
    /** Nothing to be seen has changed. */
    SAME,
    /** Draw the new state. */
    DRAW,
    /** Send every cell again, because something else wrote on the terminal. */
    REPAINT,
    /** Give the terminal back to the shell until it continues this program. */
    SUSPEND,
    /** Leave. */
    QUIT;

    /** The stronger of two outcomes, for messages that are handled before one drawing. */
    public Outcome and(Outcome later) {
        return compareTo(later) >= 0 ? this : later;
    }
}
