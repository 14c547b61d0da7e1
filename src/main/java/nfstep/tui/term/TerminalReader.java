package nfstep.tui.term;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Queue;

/** Waits for what the terminal sends. */
final class TerminalReader implements Runnable {
    private static final int MOST_AT_ONCE = 4096;

    private final InputStream input;
    private final CharDecoder characters;
    private final Queue<Arrival> arrivals;

    TerminalReader(InputStream input, Charset charset, Queue<Arrival> arrivals) {
        this.input = input;
        this.characters = new CharDecoder(charset);
        this.arrivals = arrivals;
    }

    @Override
    public void run() {
        byte[] buffer = new byte[MOST_AT_ONCE];
        try {
            for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
                arrivals.add(new Arrival.Text(characters.decode(Arrays.copyOf(buffer, n))));
            }
        } catch (IOException e) {
            // a terminal that was hung up has no end of file but an error, which says nothing more
        }
        arrivals.add(new Arrival.Closed());
    }
}
