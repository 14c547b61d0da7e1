package nfstep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import nfstep.Run;

/** From a key to the frame that answers it, in a window of 200 columns and 60 rows. */
final class Keys {
    private static final int STEPS = 200;
    private static final long IDLE_SECONDS = 5;
    private static final double MILLIS_PER_TICK = 10;

    private final Path scratch;

    Keys(Path scratch) {
        this.scratch = scratch;
    }

    List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        try (Terminal terminal = open("docker-reply")) {
            rows.add(latency("the first lab", steps(terminal)));
            rows.addAll(frames(terminal));
            rows.add(Row.atMost(MILLIS_PER_TICK, "CPU of " + IDLE_SECONDS + " s without a key, ms", idle(terminal)));
        }
        Path big = scratch.resolve("big.lab");
        Files.writeString(big, BigLab.router(BigLab.RULES, BigLab.CONNECTIONS, 5));
        try (Terminal terminal = open(big.toString())) {
            terminal.press("}");
            rows.add(latency("50,000 rules, 100,000 connections", steps(terminal)));
        }
        return rows;
    }

    private Terminal open(String what) throws IOException {
        Map<String, String> environment =
                Map.of("XDG_CACHE_HOME", scratch.resolve("warm").toString(), "NFSTEP_JAVA_OPTS", "-Xmx1500m");
        Terminal terminal = Terminal.start(environment, List.of(Run.program().toString(), what));
        terminal.millisUntil(Terminal.FRAME_END);
        return terminal;
    }

    /** Steps on and back and jumps: each key has something to show. */
    private static Sample steps(Terminal terminal) throws IOException {
        String[] keys = {"s", "s", "s", ".", "s", "S", "n", "s", "]", "t", "s", "T", "[", "3", "1", "}", "s", "{"};
        Sample millis = new Sample();
        for (int i = 0; i < STEPS; i++) {
            millis.add(terminal.press(keys[i % keys.length]).millis());
        }
        return millis;
    }

    private static Row latency(String where, Sample millis) {
        return Row.atMost(16, "key to frame, " + where + ", 95 of 100, ms", millis.percentile(95));
    }

    private static List<Row> frames(Terminal terminal) throws IOException {
        long before = writes(terminal);
        Sample bytes = new Sample();
        for (int i = 0; i < STEPS; i++) {
            bytes.add(terminal.press(i % 2 == 0 ? "s" : "S").bytes());
        }
        double writes = (writes(terminal) - before) / (double) STEPS;
        terminal.press(":");
        double letter = terminal.press("x").bytes();
        terminal.press("\033");
        return List.of(
                Row.info("a step's frame, bytes", bytes.median()),
                Row.atMost(1, "writes a frame", writes),
                Row.atMost(64, "a change of the status line, bytes", letter));
    }

    private static long writes(Terminal terminal) throws IOException {
        return Files.readAllLines(terminal.proc().resolve("io")).stream()
                .filter(line -> line.startsWith("syscw: "))
                .mapToLong(line -> Long.parseLong(line.substring(7)))
                .sum();
    }

    private static double idle(Terminal terminal) throws IOException {
        LockSupport.parkNanos(1_000_000_000);
        long before = ticks(terminal);
        LockSupport.parkNanos(IDLE_SECONDS * 1_000_000_000);
        return (ticks(terminal) - before) * MILLIS_PER_TICK;
    }

    /** User and system time: fields 14 and 15 of proc(5)'s stat; the name in field 2 may hold blanks. */
    private static long ticks(Terminal terminal) throws IOException {
        String stat = Files.readString(terminal.proc().resolve("stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }
}
