package nfstep.cli;

import nfstep.trace.Progress;
import nfstep.tui.term.Signals;

/**
 * Tells on a terminal how far the opening of a file is when that takes long, on a row that is blanked again, and lets an
 * interruption end the program, which has changed nothing yet.
 */
final class StartProgress implements Progress, AutoCloseable {
    private static final long FIRST_NANOS = 500_000_000L;
    private static final long BETWEEN_NANOS = 100_000_000L;

    private static final int INTERRUPT = 2;

    private final String name;
    private long next = System.nanoTime() + FIRST_NANOS;
    private String shown = "";

    StartProgress(String name) {
        this.name = name;
    }

    private void interrupted() {
        System.err.println("\nnfstep: interrupted, so " + name + " is not opened");
        Runtime.getRuntime().halt(128 + INTERRUPT);
    }

    @Override
    public void at(long count, String what) {
        if (System.nanoTime() - next >= 0) {
            next = System.nanoTime() + BETWEEN_NANOS;
            begin();
            show("nfstep: opening " + name + ": " + Progress.quantity(count) + " " + what + "; C-c ends");
        }
    }

    /** Only now is an interruption told of: what takes less time need not be interrupted. */
    private void begin() {
        if (shown.isEmpty()) {
            Signals.handle("INT", this::interrupted);
        }
    }

    private void show(String text) {
        System.err.print("\r" + text + " ".repeat(Math.max(0, shown.length() - text.length())));
        System.err.flush();
        shown = text;
    }

    /** Blanks the row; from now on an interruption does what it does to every program. */
    @Override
    public void close() {
        if (!shown.isEmpty()) {
            Signals.leaveToSystem("INT");
            show("");
            System.err.print("\r");
            System.err.flush();
        }
    }
}
