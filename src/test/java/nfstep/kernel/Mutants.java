package nfstep.kernel;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Asks whether the suite notices mistakes: the kernel's answers to all labs are recorded, then each mistake is built into
 * the model and the model is compared with them. Prints one line a mistake and how many were noticed; exits with 1 if one
 * was not.
 */
final class Mutants {
    private static final Path FOLDER = Path.of("target/mutants");
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final long SECONDS = 120;

    private Mutants() {}

    public static void main(String[] arguments) throws Exception {
        Path recording = FOLDER.resolve("kernel");
        Recording.make(recording);
        String unchanged = compare(Path.of("none"), recording);
        if (!unchanged.isEmpty()) {
            System.out.println("the model itself differs: " + unchanged);
            System.exit(1);
        }
        List<Mutation> mutations = Mutation.all();
        int noticed = 0;
        for (Mutation mutation : mutations) {
            noticed += noticed(mutation, recording) ? 1 : 0;
        }
        System.out.println(noticed + " of " + mutations.size() + " mistakes are noticed by the labs");
        System.exit(noticed == mutations.size() ? 0 : 1);
    }

    private static boolean noticed(Mutation mutation, Path recording) throws Exception {
        Path classes = compile(mutation);
        String difference = compare(classes, recording);
        System.out.println((difference.isEmpty() ? "NOT NOTICED  " : "noticed      ") + mutation.mistake());
        System.out.println("             "
                + shortened(difference.isEmpty() ? mutation.file().toString() : difference));
        return !difference.isEmpty();
    }

    private static String shortened(String line) {
        return line.length() < 160 ? line : line.substring(0, 157) + "...";
    }

    private static Path compile(Mutation mutation) throws IOException {
        Path sources = Files.createTempDirectory(FOLDER, "source");
        Path classes = Files.createTempDirectory(FOLDER, "classes");
        Path file = sources.resolve(mutation.file().getFileName());
        Files.writeString(file, mutation.applied());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        int status = compiler.run(
                null,
                null,
                null,
                "-nowarn",
                "-proc:none",
                "--release",
                "17",
                "-cp",
                CLASS_PATH,
                "-d",
                classes.toString(),
                file.toString());
        if (status != 0) {
            throw new IllegalStateException("does not compile: " + mutation);
        }
        return classes;
    }

    /** The first difference that the labs show with these classes, empty if none. */
    private static String compare(Path classes, Path recording) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp"));
        command.add(classes + File.pathSeparator + CLASS_PATH);
        command.addAll(List.of(Recording.class.getName(), recording.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        boolean ended = process.waitFor(SECONDS, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly();
            return "it does not end";
        }
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
