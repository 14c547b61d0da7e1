package nfstep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A program to run as a user would, with its place and what differs in its environment. */
public record Run(Path folder, Map<String, String> environment) {
    private static final int LONGEST_SECONDS = 120;

    /** What a program that ended left behind. */
    public record Outcome(int status, String out, String err) {}

    /** A run in {@code folder}, with the Java of this test and none of the user's settings. */
    public static Run in(Path folder) {
        return new Run(folder, Map.of()).with("JAVA_HOME", System.getProperty("java.home"));
    }

    /** The same with one variable more. */
    public Run with(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Run(folder, more);
    }

    /** The built program, which is there from the package phase on. */
    public static Path program() {
        return Path.of("target", "nfstep").toAbsolutePath();
    }

    /** Runs a program found on the path or by its file, without input. */
    public Outcome command(Object... words) throws IOException, InterruptedException {
        Path out = Files.createTempFile("nfstep", ".out");
        Path err = Files.createTempFile("nfstep", ".err");
        try {
            int status = status(builder(words).redirectOutput(out.toFile()).redirectError(err.toFile()));
            return new Outcome(status, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /** Runs a line of shell on a terminal of its own; both streams come as one. */
    public Outcome onTerminal(String line) throws IOException, InterruptedException {
        return command("script", "-qec", line, "/dev/null");
    }

    private ProcessBuilder builder(Object... words) {
        List<String> command = Arrays.stream(words).map(Object::toString).toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("NFSTEP_") || name.equals("JAVA_TOOL_OPTIONS"));
        builder.environment().putAll(environment);
        return builder.redirectInput(Path.of("/dev/null").toFile());
    }

    private static int status(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.start();
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new IllegalStateException(builder.command() + " did not end in " + LONGEST_SECONDS + " s");
        }
        return process.exitValue();
    }
}
