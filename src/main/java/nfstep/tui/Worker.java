package nfstep.tui;

import nfstep.debugger.Reply;
import nfstep.trace.Progress;

/** Does work that may take long while the screen stays alive; one piece at a time. */
public interface Worker {
    /** A piece of work. */
    @FunctionalInterface
    interface Work {
        /** Does it, and says how it ended. */
        Reply carryOut(Progress progress);
    }

    /** Begins a piece; the app hears of it by {@link Msg.Working} and, once, of its end by {@link Msg.Worked}. */
    void begin(Work work);

    /** Asks the piece to end as soon as it can. */
    void interrupt();
}
