package nfstep.tui;

import java.util.Optional;
import nfstep.debugger.Session;
import nfstep.trace.Scene;

/**
 * Everything that the screen shows. Immutable; what a key does is to make another one.
 *
 * @param scene the world, the packet and the event at the place of the session, which takes time to make again
 * @param prompt the command line while something is typed
 * @param help the first row of the help that is shown, if it is
 * @param message what the last command said
 * @param working how far the work is that the user waits for, if there is some
 */
public record Model(
        Session session,
        Scene scene,
        Panes panes,
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
        Message hint = Message.of("s steps, t goes to the next translation or drop, ? help, q quits");
        return new Model(
                session, session.scene(), Panes.FIRST, Optional.empty(), Optional.empty(), hint, Optional.empty());
    }

    /** With another session; panes go back to the step. */
    public Model with(Session other) {
        return new Model(other, other.scene(), panes.atStep(), prompt, help, message, working);
    }

    /** With other panes, or other places in them. */
    public Model with(Panes other) {
        return new Model(session, scene, other, prompt, help, message, working);
    }

    /** With another command line. */
    public Model with(Optional<Prompt> other) {
        return new Model(session, scene, panes, other, help, message, working);
    }

    /** With the help shown from that row on, or not shown. */
    public Model withHelp(Optional<Integer> row) {
        return new Model(session, scene, panes, prompt, row, message, working);
    }

    /** With something said. */
    public Model saying(Message other) {
        return new Model(session, scene, panes, prompt, help, other, working);
    }

    /** With work that goes on, or without. */
    public Model working(Optional<String> how) {
        return new Model(session, scene, panes, prompt, help, message, how);
    }
}
