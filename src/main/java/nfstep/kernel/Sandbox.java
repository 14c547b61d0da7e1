package nfstep.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import nfstep.packet.PcapFormatException;
import nfstep.packet.PcapReader;
import nfstep.parse.LabLine;

/**
 * Runs labs on this machine's kernel, in PID, mount and network namespaces of their own that end with their first
 * process. Nothing of the machine's own network is touched.
 */
public final class Sandbox {
    private static final List<String> UNSHARE =
            List.of("unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "sh");
    private static final int SECONDS = 120;

    private Sandbox() {}

    /**
     * Runs the lines of a lab.
     *
     * @throws IOException if the sandbox cannot be made; the message says what is missing
     */
    public static KernelRun run(List<LabLine> lines) throws IOException {
        Path directory = Files.createTempDirectory("nfstep-kernel");
        try {
            prepare(directory, lines);
            execute(directory);
            return read(directory);
        } finally {
            delete(directory);
        }
    }

    private static void prepare(Path directory, List<LabLine> lines) throws IOException {
        Files.writeString(directory.resolve("lab.sh"), LabScript.of(lines));
        for (String name : List.of("sandbox.sh", "send.py")) {
            try (InputStream in = Sandbox.class.getResourceAsStream("/nfstep/kernel/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("no resource " + name);
                }
                Files.copy(in, directory.resolve(name));
            }
        }
        Files.writeString(directory.resolve("out"), "");
        Files.writeString(directory.resolve("err"), "");
    }

    private static void execute(Path directory) throws IOException {
        List<String> command = new ArrayList<>(UNSHARE);
        command.add(directory.resolve("sandbox.sh").toString());
        command.add(directory.toString());
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(directory.resolve("log").toFile())
                .start();
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the lab did not end on the kernel within " + SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the lab ran on the kernel", e);
        } finally {
            process.destroyForcibly();
        }
        if (!Files.exists(directory.resolve("finished"))) {
            throw new IOException("the lab cannot be run on this kernel: "
                    + Files.readString(directory.resolve("log")).strip());
        }
    }

    private static KernelRun read(Path directory) throws IOException {
        NflogTrace trace = new NflogTrace(names(directory.resolve("links")));
        List<String> lines;
        try {
            lines = trace.lines(PcapReader.read(Files.readAllBytes(directory.resolve("trace.pcap"))));
        } catch (PcapFormatException e) {
            throw new IOException("the kernel's trace cannot be read: " + e.getMessage(), e);
        }
        return new KernelRun(
                lines,
                Files.readAllLines(directory.resolve("conntrack")),
                Files.readString(directory.resolve("out")),
                Files.readString(directory.resolve("err")));
    }

    /** From lines such as {@code 3: veth1@if2: <...}. */
    private static Map<Integer, String> names(Path links) throws IOException {
        Map<Integer, String> names = new TreeMap<>();
        for (String line : Files.readAllLines(links)) {
            String[] parts = line.split(": ", 3);
            int at = parts[1].indexOf('@');
            names.put(Integer.parseInt(parts[0]), at < 0 ? parts[1] : parts[1].substring(0, at));
        }
        return names;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(Sandbox::deleteOne);
        }
    }

    private static void deleteOne(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why labs cannot be run on this machine, if they cannot. */
    public static Optional<String> obstacle() {
        for (String tool : List.of("unshare", "ip", "nft", "iptables-legacy", "conntrack", "tcpdump", "python3")) {
            boolean found = Stream.of("/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/local/bin")
                    .anyMatch(dir -> Files.isExecutable(Path.of(dir, tool)));
            if (!found) {
                return Optional.of(tool + " is missing");
            }
        }
        return "root".equals(System.getProperty("user.name"))
                ? Optional.empty()
                : Optional.of("only root may make namespaces");
    }
}
