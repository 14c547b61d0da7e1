package nfstep.tui;

/** A program for a screen: it draws its state and changes it, one message at a time, on one thread. */
public interface App {
    /** Is called once, before anything else: who does this program's long work. */
    default void employ(Worker worker) {}

    /** Draws the whole state; the canvas is blank and has the size of the screen. */
    void view(Canvas canvas);

    /** Takes a message in and says what the screen has to do. */
    Outcome update(Msg msg);
}
