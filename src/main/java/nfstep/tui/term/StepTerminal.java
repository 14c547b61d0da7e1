package nfstep.tui.term;

import com.googlecode.lanterna.TerminalSize;
import com.googlecode.lanterna.terminal.ansi.ANSITerminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nfstep.tui.term.Stty.Before;
import nfstep.tui.term.Stty.Size;

/**
 * A terminal that is either ours, with its other screen and every key, or the shell's.
 *
 * <p>Decision: lanterna's UnixTerminal takes the terminal in its constructor, with five processes and a query that its
 * own buffer may hold back; its ANSITerminal leaves both to us.
 */
final class StepTerminal extends ANSITerminal {
    private static final String PASTE_ON = "\033[?2004h";
    /** Ends a frame, too, that was cut off in its middle. */
    private static final String PASTE_OFF = "\033[?2026l\033[?2004l";

    private static final String CLEAR = "\033[H\033[2J";

    private final Stty stty;
    private final boolean clearsBeforeLeaving;
    private volatile Optional<Before> before = Optional.empty();

    StepTerminal(Tty tty, Charset charset) {
        super(tty.input(), tty.output(), charset);
        this.stty = tty.stty();
        this.clearsBeforeLeaving = tty.isInsideScreen();
    }

    /** Takes the terminal and returns its size. */
    Size enter() throws IOException {
        Before found = stty.raw();
        before = Optional.of(found);
        setCursorVisible(false);
        write(PASTE_ON);
        enterPrivateMode();
        return found.size();
    }

    /** Takes it again after another program may have changed it. */
    void reenter() throws IOException {
        stty.raw();
        setCursorVisible(false);
        write(PASTE_ON + "\033[?1049h");
        flush();
    }

    /** Gives the terminal back as it was; doing so twice is harmless. */
    void leave() throws IOException {
        if (before.isEmpty()) {
            return;
        }
        try {
            write(clearsBeforeLeaving ? PASTE_OFF + CLEAR : PASTE_OFF);
            exitPrivateMode();
        } finally {
            restoreSettings();
        }
    }

    /** Gives back what can be given back while the terminal takes no output. */
    void restoreSettings() throws IOException {
        Optional<Before> found = before;
        before = Optional.empty();
        if (found.isPresent()) {
            stty.restore(found.get());
        }
    }

    boolean isOurs() {
        return before.isPresent();
    }

    /** Sends a frame in one piece. */
    void show(byte[] frame) throws IOException {
        writeToTerminal(frame);
        flush();
    }

    /** The size now, without asking the terminal itself: its answer would come among the keys. */
    Size size() throws IOException {
        return stty.size();
    }

    @Override
    protected TerminalSize findTerminalSize() throws IOException {
        Size size = stty.size();
        return new TerminalSize(size.columns(), size.rows());
    }

    private void write(String ascii) throws IOException {
        writeToTerminal(ascii.getBytes(StandardCharsets.US_ASCII));
    }

    /** Where a terminal is reached. */
    record Tty(InputStream input, OutputStream output, Stty stty, boolean isInsideScreen) {}
}
