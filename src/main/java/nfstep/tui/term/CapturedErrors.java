package nfstep.tui.term;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Holds back what is printed on standard error while the screen is ours, where it would be lost. */
final class CapturedErrors {
    private final PrintStream real = System.err;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    void begin() {
        System.setErr(new PrintStream(held, true, StandardCharsets.UTF_8));
    }

    /** Prints all of it, and from now on at once; doing so twice is harmless. */
    void end() {
        System.setErr(real);
        real.print(held.toString(StandardCharsets.UTF_8));
        real.flush();
        held.reset();
    }
}
