package nfstep.tui.term;

import java.io.IOException;
import java.util.Queue;
import nfstep.tui.term.Stty.Size;

/** Looks for another size from time to time, for a runtime that gives no signals. */
final class SizePoll implements Runnable {
    private static final long PERIOD_MILLIS = 2000;

    private final Gate gate;
    private final Queue<Arrival> arrivals;

    SizePoll(Gate gate, Queue<Arrival> arrivals) {
        this.gate = gate;
        this.arrivals = arrivals;
    }

    @Override
    public void run() {
        try {
            for (Size last = gate.size(); true; ) {
                Thread.sleep(PERIOD_MILLIS);
                Size now = gate.size();
                if (!now.equals(last)) {
                    arrivals.add(new Arrival.Resized());
                }
                last = now;
            }
        } catch (IOException e) {
            arrivals.add(new Arrival.Failed(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
