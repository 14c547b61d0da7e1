package nfstep.tui.term;

import nfstep.debugger.Reply;

/** What other threads tell the one that draws. */
sealed interface Arrival {
    /** The terminal sent something. */
    record Text(String text) implements Arrival {}

    /** The terminal is gone. */
    record Closed() implements Arrival {}

    /** The window has another size. */
    record Resized() implements Arrival {}

    /** The shell continued this program. */
    record Continued() implements Arrival {}

    /** Work that was begun has ended. */
    record Worked(Reply reply) implements Arrival {}

    /** Another thread died. */
    record Failed(Throwable cause) implements Arrival {}
}
