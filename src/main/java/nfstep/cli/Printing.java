package nfstep.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Prints much text on standard output, and notices when that fails. */
final class Printing {
    /** What is printed. */
    @FunctionalInterface
    interface Content {
        void print(PrintStream out) throws IOException;
    }

    private Printing() {}

    /** Prints it; standard output stays open. */
    static void print(Content content) throws IOException {
        PrintStream out = new PrintStream(new BufferedOutputStream(System.out, 1 << 16), false, StandardCharsets.UTF_8);
        content.print(out);
        out.flush();
        if (out.checkError() || System.out.checkError()) {
            throw new IOException("standard output is closed or full");
        }
    }
}
