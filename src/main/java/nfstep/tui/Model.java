package nfstep.tui;

import java.util.Optional;
import nfstep.debugger.Session;

/**
 * Everything that the screen shows. Immutable; what a key does is to make another one.
 *
 * @param focus the pane that keys for moving go to, and in a small window the one that is shown
 * @param zoomed whether that pane has the whole middle of the screen
 * @param scroll how many rows the focused pane is moved away from the step
 * @param hex whether the packet is shown as bytes too
 * @param prompt the command line while something is typed
 * @param help the first row of the help that is shown, if it is
 * @param message what the last command said
 * @param working how far the work is that the user waits for, if there is some
 */
public record Model(
        Session session,
        PaneName focus,
        boolean zoomed,
        int scroll,
        boolean hex,
        Optional<Prompt> prompt,
        Optional<Integer> help,
        Message message,
        Optional<String> working) {
    /**
     * What a command said.
     *
     * @param caret the column under which a caret points into the command, from 0; -1 for none
     */
    public record Message(String text, boolean isError, int caret) {
        /** Nothing was said. */
        public static final Message NONE = new Message("", false, -1);

        /** Something that went well. */
        public static Message of(String text) {
            return new Message(text, false, -1);
        }

        /** Something that went wrong. */
        public static Message error(String text) {
            return new Message(text, true, -1);
        }
    }

    /** At the start of a session. */
    public static Model of(Session session) {
        return new Model(
                session,
                PaneName.RULES,
                false,
                0,
                false,
                Optional.empty(),
                Optional.empty(),
                Message.of("s steps, t goes to the next translation or drop, ? help, q quits"),
                Optional.empty());
    }

    /** With another session; panes go back to the step. */
    public Model with(Session other) {
        return new Model(other, focus, zoomed, 0, hex, prompt, help, message, working);
    }

    /** With another pane in focus. */
    public Model focused(PaneName pane) {
        return new Model(session, pane, zoomed, 0, hex, prompt, help, message, working);
    }

    /** With the focused pane zoomed, or not. */
    public Model zoomed(boolean other) {
        return new Model(session, focus, other, scroll, hex, prompt, help, message, working);
    }

    /** With the focused pane moved by that many rows. */
    public Model scrolledTo(int rows) {
        return new Model(session, focus, zoomed, rows, hex, prompt, help, message, working);
    }

    /** With the packet's bytes shown, or not. */
    public Model withHex(boolean other) {
        return new Model(session, focus, zoomed, scroll, other, prompt, help, message, working);
    }

    /** With another command line. */
    public Model with(Optional<Prompt> other) {
        return new Model(session, focus, zoomed, scroll, hex, other, help, message, working);
    }

    /** With the help shown from that row on, or not shown. */
    public Model withHelp(Optional<Integer> row) {
        return new Model(session, focus, zoomed, scroll, hex, prompt, row, message, working);
    }

    /** With something said. */
    public Model saying(Message other) {
        return new Model(session, focus, zoomed, scroll, hex, prompt, help, other, working);
    }

    /** With work that goes on, or without. */
    public Model working(Optional<String> how) {
        return new Model(session, focus, zoomed, scroll, hex, prompt, help, message, how);
    }
}
