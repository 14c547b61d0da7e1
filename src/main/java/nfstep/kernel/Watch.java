package nfstep.kernel;

import java.util.Optional;
import nfstep.trace.Progress;

/** Tells again and again how many commands are done, and ends the sandbox when it is not wanted any more. */
final class Watch implements AutoCloseable {
    private static final long MILLIS = 50;

    private final Progress progress;
    private final Sandbox sandbox;
    private final String what;
    private final Thread thread = new Thread(this::look, "watch");
    private volatile int done;
    private volatile boolean isOver;
    private volatile Optional<Progress.Interrupted> interrupted = Optional.empty();

    private Watch(Progress progress, Sandbox sandbox, int commands) {
        this.progress = progress;
        this.sandbox = sandbox;
        this.what = "of " + commands + " commands";
    }

    /** Watches a sandbox that carries out so many commands. */
    static Watch of(Sandbox sandbox, int commands, Progress progress) {
        Watch watch = new Watch(progress, sandbox, commands);
        if (progress != Progress.UNWATCHED) {
            watch.thread.setDaemon(true);
            watch.thread.start();
        }
        return watch;
    }

    private void look() {
        try {
            while (!isOver) {
                progress.at(done, what);
                Thread.sleep(MILLIS);
            }
        } catch (Progress.Interrupted e) {
            interrupted = Optional.of(e);
            sandbox.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** So many commands are done. */
    void done(int commands) {
        done = commands;
    }

    /** Why the sandbox ended: it was not wanted, or the reason that is given. */
    KernelUnavailable reason(KernelUnavailable given) {
        if (interrupted.isPresent()) {
            throw interrupted.get();
        }
        return given;
    }

    @Override
    public void close() {
        isOver = true;
        thread.interrupt();
    }
}
