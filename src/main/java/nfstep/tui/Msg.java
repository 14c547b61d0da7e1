package nfstep.tui;

import nfstep.debugger.Reply;

/** Something that reaches an {@link App} from the terminal. */
public sealed interface Msg permits Key, Msg.Paste, Msg.Resize, Msg.Mouse, Msg.Working, Msg.Worked {
    /** Text that was pasted, as it is; it is never a series of keys. */
    record Paste(String text) implements Msg {}

    /** The screen has another size: that of the next canvas. */
    record Resize() implements Msg {}

    /** A button or the wheel, in a cell of the screen. */
    record Mouse(Action action, int x, int y) implements Msg {}

    /** Work that was begun goes on for a while already; how far it is, in words. */
    record Working(String text) implements Msg {}

    /** Work that was begun has ended. */
    record Worked(Reply reply) implements Msg {}

    /** What a mouse did. */
    enum Action {
        PRESS,
        RELEASE,
        DRAG,
        WHEEL_UP,
        WHEEL_DOWN
    }
}
