package nfstep.tui;

import java.util.function.Consumer;
import nfstep.trace.Progress;

/** Works at once, where there is no other thread that could. */
record WorkAtOnce(Consumer<Msg> app) implements Worker {
    @Override
    public void begin(Work work) {
        app.accept(new Msg.Worked(work.carryOut(Progress.UNWATCHED)));
    }

    @Override
    public void interrupt() {
        // what was begun has ended already
    }
}
