package nfstep.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program on a pseudo-terminal of 200 columns and 60 rows; util-linux's {@code script} makes the terminal. */
final class Terminal implements AutoCloseable {
    /** What a frame ends with that is too large to come in one piece anyway. */
    static final String FRAME_END = "\033[?2026l";

    private static final String FRAME_BEGIN = "\033[?2026h";

    private final long started;
    private final Process process;
    private final InputStream output;
    private final byte[] buffer = new byte[1 << 16];

    private Terminal(Process process, long started) {
        this.process = process;
        this.output = process.getInputStream();
        this.started = started;
    }

    /** Starts the program; each of its words must need no quotes. */
    static Terminal start(Map<String, String> environment, List<String> command) throws IOException {
        String line = "stty cols 200 rows 60; exec " + String.join(" ", command);
        ProcessBuilder builder = new ProcessBuilder("script", "-qfec", line, "/dev/null").redirectErrorStream(true);
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        long now = System.nanoTime();
        return new Terminal(builder.start(), now);
    }

    /** Milliseconds from the start until the program wrote that. */
    double millisUntil(String text) throws IOException {
        StringBuilder seen = new StringBuilder();
        while (seen.indexOf(text) < 0) {
            seen.append(read());
        }
        return millisSince(started);
    }

    /** A frame: how long after the key it was there, and its length. */
    record Frame(double millis, int bytes) {}

    /** Presses a key and waits for the frame that answers it. */
    Frame press(String key) throws IOException {
        long now = System.nanoTime();
        process.getOutputStream().write(key.getBytes(StandardCharsets.US_ASCII));
        process.getOutputStream().flush();
        StringBuilder frame = new StringBuilder(read());
        while (frame.indexOf(FRAME_BEGIN) >= 0 && frame.indexOf(FRAME_END) < 0) {
            frame.append(read());
        }
        return new Frame(millisSince(now), frame.length());
    }

    /** The process of the program itself. */
    Path proc() {
        long pid = process.children().findFirst().orElseThrow().pid();
        return Path.of("/proc", Long.toString(pid));
    }

    /** What arrived, one character a byte; waits until something does, and does not take a core from what it waits for. */
    private String read() throws IOException {
        int count = output.read(buffer);
        if (count < 0) {
            throw new IOException("the program on the terminal ended");
        }
        return new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
    }

    private static double millisSince(long start) {
        return (System.nanoTime() - start) / 1e6;
    }

    /** Quits the program as a user would and waits for its end. */
    void quit() throws IOException {
        process.getOutputStream().write('q');
        process.getOutputStream().flush();
        output.transferTo(OutputStream.nullOutputStream());
        ended();
    }

    private void ended() throws IOException {
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    @Override
    public void close() throws IOException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        ended();
    }
}
