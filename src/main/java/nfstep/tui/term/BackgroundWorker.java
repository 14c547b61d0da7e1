package nfstep.tui.term;

import java.util.Optional;
import java.util.Queue;
import nfstep.debugger.Reply;
import nfstep.trace.Progress;
import nfstep.tui.Worker;

/** Works on a thread of its own and tells the loop when it is done. */
final class BackgroundWorker implements Worker {
    private static final long NANOS = 1_000_000_000L;
    /** A bit mask: each so many events. */
    private static final long MEMORY_CHECK = 0x3ff;
    /** The part of the memory that work leaves to the screen. */
    private static final long RESERVE = 16;

    private final Queue<Arrival> arrivals;
    private volatile Optional<Piece> current = Optional.empty();

    BackgroundWorker(Queue<Arrival> arrivals) {
        this.arrivals = arrivals;
    }

    /** One piece of work and how far it is. */
    private static final class Piece implements Progress {
        private final long began = System.nanoTime();
        private volatile long count;
        private volatile String what = "";
        private volatile boolean isUnwanted;
        private volatile boolean isTooLarge;

        @Override
        public void at(long done, String things) {
            if (isTooLarge || ((done & MEMORY_CHECK) == 0 && isMemoryShort())) {
                throw new OutOfMemoryError("the screen needs it");
            }
            if (isUnwanted) {
                throw new Interrupted(done, things);
            }
            count = done;
            what = things;
        }

        /** Close to its limit, a heap is collected ever more often, for minutes, before Java says that it is full. */
        private static boolean isMemoryShort() {
            if (isAlmostFull()) {
                System.gc();
                return isAlmostFull();
            }
            return false;
        }

        private static boolean isAlmostFull() {
            Runtime java = Runtime.getRuntime();
            return java.maxMemory() - java.totalMemory() + java.freeMemory() < java.maxMemory() / RESERVE;
        }

        String status() {
            String state = isUnwanted ? "interrupting" : "working";
            long seconds = (System.nanoTime() - began) / NANOS;
            String done = what.isEmpty() ? "" : ": " + Progress.quantity(count) + " " + what;
            return state + done + (seconds < 1 ? "" : ", " + seconds + " s");
        }
    }

    @Override
    public void begin(Work work) {
        Piece piece = new Piece();
        current = Optional.of(piece);
        Thread thread = new Thread(() -> carryOut(work, piece), "work");
        thread.setDaemon(true);
        thread.start();
    }

    private void carryOut(Work work, Piece piece) {
        try {
            finish(work.carryOut(piece));
        } catch (OutOfMemoryError e) {
            finish(Reply.refused("there is not enough memory for that, so nothing was changed;"
                    + " NFSTEP_JAVA_OPTS=-Xmx4g gives Java more"));
        } catch (RuntimeException | Error bug) {
            arrivals.add(new Arrival.Failed(bug));
        }
    }

    private void finish(Reply reply) {
        current = Optional.empty();
        arrivals.add(new Arrival.Worked(reply));
    }

    @Override
    public void interrupt() {
        current.ifPresent(piece -> piece.isUnwanted = true);
    }

    /** Ends work that takes the memory that others need; whether there is some. */
    boolean giveUp() {
        Optional<Piece> piece = current;
        piece.ifPresent(it -> it.isTooLarge = true);
        return piece.isPresent();
    }

    /** How far the work is in words; empty if there is none. */
    Optional<String> status() {
        return current.map(Piece::status);
    }
}
