package nfstep.tui.term;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whether there is a terminal to paint on. */
public final class TerminalCheck {
    private static final List<String> DEVICES =
            List.of("/dev/pts/", "/dev/tty", "/dev/console", "/dev/hvc", "/dev/xvc", "/dev/sclp", "/dev/ptmx");

    private TerminalCheck() {}

    /** Why nothing can be painted, if that is so. */
    public static Optional<String> problem(boolean isOutputTerminal, Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        if (!isOutputTerminal) {
            return Optional.of("standard output is not a terminal");
        }
        if (term.isEmpty()) {
            return Optional.of("TERM is not set, so nothing is known of this terminal");
        }
        if (term.equals("dumb")) {
            return Optional.of("TERM is 'dumb', a terminal that cannot move its cursor");
        }
        return Optional.empty();
    }

    /** Whether standard output is a terminal. */
    public static boolean isOutputTerminal() {
        return isTerminal(1);
    }

    /** Whether standard error is a terminal. */
    public static boolean isErrorTerminal() {
        return isTerminal(2);
    }

    /** Whether standard input is a terminal. */
    public static boolean isInputTerminal() {
        return isTerminal(0);
    }

    /** By the name of the open file, as proc(5) shows it: asking a program costs as much as the whole start may. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            for (String device : DEVICES) {
                if (target.startsWith(device)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            return false; // closed
        }
    }
}
