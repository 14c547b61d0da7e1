package nfstep.tui.term;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import nfstep.tui.term.Stty.Size;

/**
 * The one way to the terminal: nothing passes after it was closed, whichever thread closes it.
 *
 * <p>Decision: without it a signal that comes while a frame is drawn leaves that frame on the shell's screen, and its
 * cursor hidden.
 */
final class Gate {
    /** A frame that takes longer is stuck, because the terminal does not read. */
    private static final long PATIENCE_SECONDS = 1;

    private final StepTerminal terminal;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;

    Gate(StepTerminal terminal) {
        this.terminal = terminal;
    }

    /** Takes the terminal and returns its size. */
    Size enter() throws IOException {
        lock.lock();
        try {
            return closed ? Size.USUAL : terminal.enter();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the terminal again after the shell had it without our knowing. */
    void reenter() throws IOException {
        lock.lock();
        try {
            if (!closed) {
                terminal.reenter();
            }
        } finally {
            lock.unlock();
        }
    }

    void show(byte[] frame) throws IOException {
        lock.lock();
        try {
            if (!closed && frame.length > 0) {
                terminal.show(frame);
            }
        } finally {
            lock.unlock();
        }
    }

    Size size() throws IOException {
        return terminal.size();
    }

    /** Gives the terminal back for a while. */
    void leave() throws IOException {
        lock.lock();
        try {
            terminal.leave();
        } finally {
            lock.unlock();
        }
    }

    /** Gives the terminal back for good; doing so twice is harmless. */
    void close() throws IOException {
        closed = true;
        if (!waited()) {
            terminal.restoreSettings();
            return;
        }
        try {
            terminal.leave();
        } finally {
            lock.unlock();
        }
    }

    private boolean waited() {
        try {
            return lock.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return lock.tryLock();
        }
    }
}
