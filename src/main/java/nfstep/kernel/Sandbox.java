package nfstep.kernel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import nfstep.host.SysctlName;
import nfstep.host.Sysctls;
import nfstep.rules.Backend;

/**
 * Namespaces on this machine's kernel for one lab after the other: PID, mount and network namespaces of their own, which end with their
 * first process; that one ends when this program does, however it ends. Nothing of the machine's own network is touched.
 */
final class Sandbox implements AutoCloseable {
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final List<String> UNSHARE = List.of(
            "unshare", "--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc", "python3", "-I", "-c");

    /** The script is one module, since its parts share what they know; each file is a part of it. */
    private static final List<String> PARTS =
            List.of("protocol", "space", "waiting", "commands", "servers", "packets", "requests");

    private final Process process;
    private final Backend backend;
    private final Writer requests;
    private final BufferedReader answers;
    private KernelLog log = new KernelLog();

    private Sandbox(Process process, Backend backend) {
        this.process = process;
        this.backend = backend;
        this.requests = process.outputWriter(StandardCharsets.US_ASCII);
        this.answers = process.inputReader(StandardCharsets.US_ASCII);
    }

    /** A sandbox in which no lab can be run before it is {@link #begin begun}. */
    static Sandbox open(Backend backend) throws KernelUnavailable {
        Optional<String> obstacle = Requirements.obstacle(backend);
        if (obstacle.isPresent()) {
            throw new KernelUnavailable(obstacle.get());
        }
        return new Sandbox(start(), backend);
    }

    /** Makes the namespace {@code host} with the settings that the model's has, after all of the last lab is gone. */
    void begin() throws KernelUnavailable {
        log = new KernelLog();
        Answer answer = ask(Request.begin(backend, settings()));
        if (answer.status() != 0) {
            throw new KernelUnavailable(answer.err());
        }
        log.release(answer.out());
    }

    private static Process start() throws KernelUnavailable {
        List<String> command = new java.util.ArrayList<>(UNSHARE);
        try {
            command.add(script());
            command.add(Integer.toString(MADE.getAndIncrement()));
            return new ProcessBuilder(command).start();
        } catch (IOException e) {
            throw new KernelUnavailable("the sandbox cannot be started: " + e.getMessage());
        }
    }

    private static String script() throws IOException {
        StringBuilder script = new StringBuilder();
        for (String part : PARTS) {
            String name = "/nfstep/kernel/sandbox/" + part + ".py";
            try (InputStream in = Sandbox.class.getResourceAsStream(name)) {
                if (in == null) {
                    throw new IllegalStateException("no resource " + name);
                }
                script.append(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .append("\n\n");
            }
        }
        return script.toString();
    }

    /** New namespaces may take over what the machine was set to; the model's are as a kernel makes them. */
    private static List<String> settings() {
        return Sysctls.names(List.of("lo")).stream()
                .filter(SysctlName::writable)
                .map(name -> name.name() + "=" + name.initial())
                .toList();
    }

    /** What carries out the commands of iptables. */
    Backend backend() {
        return backend;
    }

    /** What was logged of this lab so far. */
    KernelLog log() {
        return log;
    }

    /** Has something done and waits until no packet of it is on its way. */
    Answer ask(Request request) throws KernelUnavailable {
        try {
            requests.write(request.line());
            requests.flush();
            for (String line = answers.readLine(); line != null; line = answers.readLine()) {
                String[] words = line.split(" ");
                if (words[0].equals("done")) {
                    return answer(words);
                }
                log.add(words);
            }
            throw new KernelUnavailable("the sandbox ended: " + lastWords());
        } catch (IOException e) {
            throw new KernelUnavailable("the sandbox ended: " + e.getMessage());
        }
    }

    private static Answer answer(String[] words) {
        return new Answer(Integer.parseInt(words[1]), text(words[2]), text(words[3]), Long.parseLong(words[4]));
    }

    private String lastWords() throws IOException {
        String last = "it says nothing";
        try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                last = line;
            }
        }
        return last;
    }

    private static String text(String word) {
        return word.equals("-") ? "" : new String(HexFormat.of().parseHex(word), StandardCharsets.UTF_8);
    }

    /** Ends everything that runs in it. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
