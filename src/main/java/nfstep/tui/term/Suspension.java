package nfstep.tui.term;

import java.io.IOException;

/** Stops this process for the shell's job control. */
final class Suspension {
    private Suspension() {}

    /**
     * Returns when the shell has continued this process, or at once if nobody could.
     *
     * <p>Source: signal(7), SIGTSTP, which unlike SIGSTOP the kernel drops where no shell watches: a process group is
     * then orphaned, kernel/signal.c, get_signal.
     */
    static void stop() throws IOException {
        String self = String.valueOf(ProcessHandle.current().pid());
        Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -TSTP " + self)
                .inheritIO()
                .start();
        try {
            kill.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stopped", e);
        }
    }
}
