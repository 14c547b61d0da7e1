package nfstep.tui.term;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs stty(1) on the controlling terminal. */
final class SystemStty implements Stty {
    /** One shell for three calls, since starting a process from here takes longer than all of them. */
    private static final String TAKE = "stty -g && stty size && stty -icanon -echo -isig -ixon -iexten min 1 time 0";

    private final Redirect terminal;

    SystemStty(Redirect terminal) {
        this.terminal = terminal;
    }

    @Override
    public Before raw() throws IOException {
        String[] lines = run("/bin/sh", "-c", TAKE).split("\n", -1);
        if (lines.length < 2) {
            throw new IOException("stty printed '" + String.join(" ", lines) + "'");
        }
        return new Before(lines[0], Size.parse(lines[1]));
    }

    @Override
    public void restore(Before before) throws IOException {
        run("stty", before.settings());
    }

    @Override
    public Size size() throws IOException {
        return Size.parse(run("stty", "size"));
    }

    private String run(String... command) throws IOException {
        Process process = new ProcessBuilder(List.of(command))
                .redirectInput(terminal)
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException(output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while stty ran", e);
        }
        return output;
    }
}
