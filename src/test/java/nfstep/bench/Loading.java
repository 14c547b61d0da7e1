package nfstep.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import nfstep.Run;
import nfstep.Run.Outcome;

/** Reading 50,000 rules as {@code iptables-save} prints them, and keeping packets that pass all of them. */
final class Loading {
    private static final int ROUNDS = 7;
    private static final int PACKETS = 20;

    private final Path scratch;

    Loading(Path scratch) {
        this.scratch = scratch;
    }

    List<Row> rows() throws IOException, InterruptedException {
        Path many = Files.writeString(scratch.resolve("many.rules"), BigLab.savedRules("FORWARD", BigLab.RULES));
        Path one = Files.writeString(scratch.resolve("one.rules"), BigLab.savedRules("FORWARD", 1));
        Sample loading = new Sample();
        Sample restoring = new Sample();
        for (int i = 0; i < ROUNDS; i++) {
            loading.add(
                    seconds(Run.program(), "run", "--summary", many) - seconds(Run.program(), "run", "--summary", one));
            restoring.add(seconds("unshare", "--net", "iptables-legacy-restore", many)
                    - seconds("unshare", "--net", "iptables-legacy-restore", one));
        }
        return List.of(
                Row.atMost(1, "loading 50,000 rules, best of " + ROUNDS + ", s more than one rule", loading.smallest()),
                Row.info("the same / iptables-legacy-restore", loading.median() / restoring.median()),
                Row.atMost(0, "their walk of " + PACKETS + " packets fails with a heap of 256 MiB", fails()),
                Row.atMost(2, "a rule passed over, bytes of a packed trace", bytesOfRule()));
    }

    private double seconds(Object... command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Outcome outcome = Run.in(scratch).command(command);
        if (outcome.status() != 0) {
            throw new IOException(List.of(command) + " failed: " + outcome.err());
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private double fails() throws IOException, InterruptedException {
        Run small = Run.in(scratch).with("NFSTEP_JAVA_OPTS", "-Xmx256m");
        return small.command(Run.program(), "run", "--format=json", lab(PACKETS))
                .status();
    }

    private double bytesOfRule() throws IOException, InterruptedException {
        return (packed(PACKETS) - packed(0)) / ((double) PACKETS * BigLab.RULES);
    }

    private int packed(int packets) throws IOException, InterruptedException {
        Outcome outcome = Run.in(scratch).command(Run.program(), "run", "--format=json", lab(packets));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(outcome.out().getBytes(StandardCharsets.UTF_8));
        }
        return bytes.size();
    }

    private Path lab(int packets) throws IOException {
        return Files.writeString(scratch.resolve("rules.lab"), BigLab.router(BigLab.RULES, 0, packets));
    }
}
