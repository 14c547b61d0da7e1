package nfstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/**
 * A shell in a tmux of its own: types and presses keys, and reads the screen as a user sees it.
 *
 * <p>The shell is dash, which leaves terminal settings alone; bash repairs them and so hides what a program forgot.
 */
public final class TmuxScreen implements AutoCloseable {
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);
    private static final String PROMPT = "ready$ ";

    private final String socket = "nfstep-" + ProcessHandle.current().pid() + "-" + STARTED.incrementAndGet();

    private TmuxScreen() {}

    /** A screen of a size, with variables besides those of this process. */
    public static TmuxScreen open(int width, int height, Map<String, String> environment) throws IOException {
        TmuxScreen screen = new TmuxScreen();
        List<String> command = new ArrayList<>(List.of("-f", "/dev/null", "set", "-g", "status", "off", ";"));
        command.addAll(List.of("set", "-g", "default-terminal", "tmux-256color", ";", "set", "-s", "escape-time", "0"));
        command.addAll(List.of(";", "new-session", "-d", "-x", "" + width, "-y", "" + height));
        variables(environment).forEach(it -> command.addAll(List.of("-e", it)));
        command.addAll(List.of("dash", "-i"));
        screen.tmux(command.toArray(String[]::new));
        screen.waitForPrompt();
        return screen;
    }

    /** Types a line at the shell's prompt and presses Enter. */
    public TmuxScreen run(String line) throws IOException {
        type(line);
        return press("Enter");
    }

    /** Types text, whatever its characters are. */
    public TmuxScreen type(String text) throws IOException {
        tmux("send-keys", "-l", "--", text);
        return this;
    }

    /** Presses keys by tmux's names: {@code s}, {@code C-c}, {@code Escape}, {@code BTab}. */
    public TmuxScreen press(String... keys) throws IOException {
        List<String> command = new ArrayList<>(List.of("send-keys"));
        command.addAll(Arrays.asList(keys));
        tmux(command.toArray(String[]::new));
        return this;
    }

    /** Pastes as a terminal does: marked as a paste if the program asked for that. */
    public TmuxScreen paste(String text) throws IOException {
        tmux("set-buffer", "--", text);
        tmux("paste-buffer", "-p");
        return this;
    }

    public TmuxScreen resize(int width, int height) throws IOException {
        tmux("resize-window", "-x", "" + width, "-y", "" + height);
        return this;
    }

    /** Waits until a text is on the screen. */
    public TmuxScreen waitFor(String text) throws IOException {
        return waitUntil("'" + text + "' on the screen", screen -> screen.text().contains(text));
    }

    /** Waits until the shell asks for the next command on the last row that has text. */
    public TmuxScreen waitForPrompt() throws IOException {
        return waitUntil(
                "the shell's prompt", screen -> screen.text().stripTrailing().endsWith(PROMPT.stripTrailing()));
    }

    /** Waits until something is so. */
    public TmuxScreen waitUntil(String what, Predicate<TmuxScreen> condition) throws IOException {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!condition.test(this)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what + "; the screen is\n" + text());
            }
            pause();
        }
        return this;
    }

    /** The rows of the screen. */
    public String text() {
        return unchecked(() -> tmux("capture-pane", "-p"));
    }

    /** The rows of the screen with their SGR sequences. */
    public String styledText() {
        return unchecked(() -> tmux("capture-pane", "-p", "-e"));
    }

    /** The value of a format such as {@code alternate_on} or {@code cursor_flag}. */
    public String value(String format) {
        return unchecked(() -> tmux("display-message", "-p", "#{" + format + "}"))
                .strip();
    }

    /** The Java program that runs in this screen. */
    public ProcessHandle java() {
        return ProcessHandle.of(Long.parseLong(value("pane_pid"))).stream()
                .flatMap(ProcessHandle::descendants)
                .filter(it -> it.info().command().orElse("").endsWith("/java"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no java runs in\n" + text()));
    }

    /** Notes the terminal's settings and writes a line, for {@link #assertAsBefore}. */
    public TmuxScreen remember() throws IOException {
        return run("before=$(stty -g)").run("echo written before").waitForPrompt();
    }

    /** The shell has its screen, cursor and settings back. */
    public void assertAsBefore() throws IOException {
        assertThat(value("alternate_on")).as("other screen").isEqualTo("0");
        assertThat(value("cursor_flag")).as("cursor").isEqualTo("1");
        assertThat(text()).contains("written before");
        waitForPrompt().run("[ $before = $(stty -g) ] && echo as bef''ore").waitFor("as before");
    }

    /** Ends the terminal as a connection does that is cut. */
    public void hangUp() throws IOException {
        tmux("kill-pane");
    }

    @Override
    public void close() throws IOException {
        Process server = start("kill-server");
        server.getInputStream().readAllBytes(); // after hangUp there is no server, and that is fine
    }

    private static List<String> variables(Map<String, String> environment) {
        List<String> variables = new ArrayList<>(List.of("PS1=" + PROMPT, "LC_ALL=C.UTF-8", "HISTFILE="));
        environment.forEach((name, value) -> variables.add(name + "=" + value));
        return variables;
    }

    private String tmux(String... command) throws IOException {
        Process process = start(command);
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException("tmux " + String.join(" ", command) + ": " + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
        return output;
    }

    private Process start(String... command) throws IOException {
        List<String> words = new ArrayList<>(List.of("tmux", "-u", "-L", socket));
        words.addAll(Arrays.asList(command));
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
        builder.environment().keySet().removeAll(List.of("TMUX", "NO_COLOR", "COLORTERM", "STY", "TERM"));
        return builder.start();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_LOOKS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A predicate cannot throw what a process may. */
    private static String unchecked(IoSupplier supplier) {
        try {
            return supplier.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface IoSupplier {
        String get() throws IOException;
    }
}
