package nfstep.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Packets through the OUTPUT chain of a network namespace that is thrown away. */
final class KernelSender implements AutoCloseable {
    private static final String SENDER = """
            import socket, sys, time
            s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            for line in sys.stdin:
                n = int(line)
                start = time.perf_counter_ns()
                for i in range(n):
                    s.sendto(b'x', ('127.0.0.1', 9))
                print((time.perf_counter_ns() - start) / n, flush=True)
            """;

    private final Process process;
    private final BufferedReader answers;

    /** A namespace with the rules of that file. */
    KernelSender(Path rules) throws IOException {
        String line = "ip link set lo up && iptables-legacy-restore '" + rules + "' && exec python3 -c \"$0\"";
        process = new ProcessBuilder("unshare", "--net", "--kill-child", "--fork", "sh", "-c", line, SENDER)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Nanoseconds that the kernel takes for one of so many packets. */
    double nanos(int packets) throws IOException {
        process.getOutputStream().write((packets + "\n").getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("packets cannot be sent in a namespace of this machine");
        }
        return Double.parseDouble(answer);
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.destroy();
    }
}
