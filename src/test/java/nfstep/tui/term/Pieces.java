package nfstep.tui.term;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a terminal gets, one piece for each flush that sends something. */
final class Pieces extends ByteArrayOutputStream {
    final List<String> texts = new ArrayList<>();

    Hook beforeFlush = () -> {};

    interface Hook {
        void run() throws InterruptedException;
    }

    @Override
    public void flush() throws IOException {
        try {
            beforeFlush.run();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        if (count > 0) {
            texts.add(toString(StandardCharsets.UTF_8));
            reset();
        }
    }

    String all() {
        return String.join("", texts);
    }
}
