package nfstep.tui.term;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.Charset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import nfstep.tui.App;
import nfstep.tui.term.StepTerminal.Tty;

/** Runs an app on the terminal of this process and gives the terminal back, whatever happens. */
public final class TerminalSession {
    /** What {@link #run} returns when the app quit. */
    public static final int QUIT = 0;
    /** What {@link #run} returns when the app, or a thread of this process, died of a bug. */
    public static final int CRASHED = 1;

    private static final int OUTPUT_BUFFER = 1 << 16;
    /** A signal ends the process after this time even if the terminal cannot be given back. */
    private static final long LONGEST_MILLIS = 3000;

    private static final List<Fatal> FATAL = List.of(new Fatal("HUP", 1), new Fatal("INT", 2), new Fatal("TERM", 15));

    private final BlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();
    private final CapturedErrors errors = new CapturedErrors();
    private final InputStream input;
    private final Charset charset;
    private final Gate gate;
    private final EventLoop loop;

    private TerminalSession(App app, Look look, Tty tty) {
        this.input = tty.input();
        this.charset = look.charset();
        this.gate = new Gate(new StepTerminal(tty, look.charset()));
        this.loop = new EventLoop(app, look, gate, arrivals);
    }

    /**
     * Shows the app until it quits, and returns the exit code of that.
     *
     * @throws IOException if there is no terminal, or it is gone
     */
    public static int run(App app, Look look) throws IOException {
        return new TerminalSession(app, look, systemTty()).run();
    }

    private int run() throws IOException {
        errors.begin();
        Runtime.getRuntime().addShutdownHook(new Thread(this::giveBack, "terminal-restore"));
        Thread.setDefaultUncaughtExceptionHandler(failures());
        FATAL.forEach(fatal -> Signals.handle(fatal.name, () -> die(fatal)));
        Signals.handle("CONT", () -> arrivals.add(new Arrival.Continued()));
        watchSize();
        daemon(new TerminalReader(input, charset, arrivals), "terminal-input");
        return loop();
    }

    /** The first one is made here: when somebody replaces the program's file, no class can be loaded any more. */
    private Thread.UncaughtExceptionHandler failures() {
        Arrival noFailure = new Arrival.Failed(new IllegalStateException("a failure without a cause"));
        return (thread, cause) -> arrivals.add(cause == null ? noFailure : new Arrival.Failed(cause));
    }

    private int loop() throws IOException {
        try {
            loop.run();
            return QUIT;
        } catch (RuntimeException | Error bug) {
            bug.printStackTrace(System.err);
            return CRASHED;
        } finally {
            gate.close();
            errors.end();
        }
    }

    private void watchSize() {
        if (!Signals.handle("WINCH", () -> arrivals.add(new Arrival.Resized()))) {
            daemon(new SizePoll(gate, arrivals), "terminal-size");
        }
    }

    private void die(Fatal fatal) {
        try {
            daemon(this::giveBack, "terminal-restore").join(LONGEST_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        errors.end();
        Runtime.getRuntime().halt(128 + fatal.number);
    }

    private void giveBack() {
        try {
            gate.close();
        } catch (IOException e) {
            e.printStackTrace(System.err); // shown by nobody if the terminal is gone, but then that is why
        }
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Keys come from the controlling terminal if standard input is something else, such as a capture. */
    private static Tty systemTty() throws IOException {
        boolean isInput = TerminalCheck.isInputTerminal();
        File device = new File("/dev/tty");
        return new Tty(
                isInput ? new FileInputStream(FileDescriptor.in) : new FileInputStream(device),
                new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), OUTPUT_BUFFER),
                new SystemStty(isInput ? Redirect.INHERIT : Redirect.from(device)),
                System.getenv().containsKey("STY"));
    }

    private record Fatal(String name, int number) {}
}
