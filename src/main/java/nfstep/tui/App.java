package nfstep.tui;

import java.util.Optional;
import nfstep.tui.theme.Theme;

/** A program for a screen: it draws its state and changes it, one message at a time, on one thread. */
public interface App {
    /** Is called once, before anything else: who does this program's long work. */
    default void employ(Worker worker) {}

    /** The theme that was chosen meanwhile, if another was. */
    default Optional<Theme> theme() {
        return Optional.empty();
    }

    /** Draws the whole state; the canvas is blank and has the size of the screen. */
    void view(Canvas canvas);

    /** Is called once, when the first drawing is on the screen. */
    default void shown() {}

    /** Takes a message in and says what the screen has to do. */
    Outcome update(Msg msg);
}
