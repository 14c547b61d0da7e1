package nfstep.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import nfstep.Run;

/** From the start of {@code nfstep} to the first frame of its first lab, against a bare Java with the same flags. */
final class FirstFrame {
    private static final int ROUNDS = 11;

    private final Path scratch;
    private final Path warm;
    private final Sample nothing = new Sample();
    private final Sample hello = new Sample();
    private final Sample withArchive = new Sample();
    private final Sample without = new Sample();

    FirstFrame(Path scratch) {
        this.scratch = scratch;
        this.warm = scratch.resolve("warm");
    }

    List<Row> rows() throws IOException {
        first(warm);
        for (int round = 0; round < ROUNDS; round++) {
            round(scratch.resolve("cold" + round));
        }
        double floor = hello.median() - nothing.median();
        double quick = withArchive.median() - nothing.median();
        double first = without.median() - nothing.median();
        return List.of(
                Row.info("a bare Java that prints a line, ms", floor),
                Row.info("first frame, ms", quick),
                Row.atMost(4, "first frame / bare Java", quick / floor),
                Row.info("first frame of the very first start, ms", first),
                Row.atMost(8, "first frame of the very first start / bare Java", first / floor));
    }

    /** A start without an archive, which leaves one. */
    private static double first(Path cache) throws IOException {
        double millis = nfstep(cache);
        while (!hasArchive(cache)) {
            LockSupport.parkNanos(100_000_000);
        }
        return millis;
    }

    private static boolean hasArchive(Path cache) throws IOException {
        try (Stream<Path> files = Files.walk(cache)) {
            return files.anyMatch(f -> f.toString().endsWith(".jsa"));
        } catch (UncheckedIOException e) {
            return false; // a file was renamed meanwhile
        }
    }

    /** One after the other, so that a busy moment of the machine hits all of them. */
    private void round(Path cold) throws IOException {
        nothing.add(time(Map.of(), List.of("echo", Hello.TEXT), Hello.TEXT));
        hello.add(time(Map.of(), bareJava(), Hello.TEXT));
        withArchive.add(nfstep(warm));
        without.add(first(cold));
    }

    private static double nfstep(Path cache) throws IOException {
        Map<String, String> environment = Map.of("XDG_CACHE_HOME", cache.toString());
        try (Terminal terminal =
                Terminal.start(environment, List.of(Run.program().toString()))) {
            double millis = terminal.millisUntil(Terminal.FRAME_END);
            terminal.quit();
            return millis;
        }
    }

    private static double time(Map<String, String> environment, List<String> command, String text) throws IOException {
        try (Terminal terminal = Terminal.start(environment, command)) {
            return terminal.millisUntil(text);
        }
    }

    private static List<String> bareJava() {
        List<String> command = new ArrayList<>();
        command.add(System.getProperty("java.home") + "/bin/java");
        command.addAll(List.of("-Xshare:auto", "-Xlog:disable", "-Dfile.encoding=UTF-8"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=2", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", "target/test-classes"));
        command.add(Hello.class.getName());
        return command;
    }
}
