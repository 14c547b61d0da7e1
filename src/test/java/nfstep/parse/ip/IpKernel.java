package nfstep.parse.ip;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import nfstep.Run;

/**
 * The same lines on the running kernel, in a namespace that ends with its shell. A question is asked when carriers have
 * settled and addresses of IPv6 were found to be nobody else's.
 */
final class IpKernel {
    private static final String SANDBOX = "mkdir -p /run/netns; mount -t tmpfs none /run/netns; bash \"$0\"";
    private static final String MARK = "@@rc ";
    /** Carriers settle within a second; the search for another owner of an address begins up to one later and takes one. */
    private static final String SETTLE = """
            sleep 2.3
            for i in 1 2 3 4 5 6 7 8 9 10; do
                ip -6 addr show up tentative | grep -q inet6 || break
                sleep 0.2
            done
            """;

    private IpKernel() {}

    /** What became of each line: its output and then {@code done} or {@code refused}. */
    static List<String> run(List<String> lines) throws IOException, InterruptedException {
        StringBuilder script = new StringBuilder("ip link set lo up\n");
        boolean settling = false;
        for (String line : lines) {
            boolean question = isQuestion(line);
            script.append(question && settling ? SETTLE : "");
            script.append(line).append(" 2>&1\necho '").append(MARK).append("'$?\n");
            settling = question ? false : settling || line.matches(".* link .*|.*:.*|.*disable_ipv6.*");
        }
        return answers(output(script.toString()));
    }

    /** Whether a line only asks. */
    static boolean isQuestion(String line) {
        return line.matches("ip (-[46] |-n \\w+ )*(link|addr|route|rule|neigh)( show.*| get.*)?");
    }

    private static String output(String script) throws IOException, InterruptedException {
        Path file = Files.createTempFile("nfstep", ".sh");
        try {
            Files.writeString(file, script, StandardCharsets.UTF_8);
            Run.Outcome outcome = Run.in(Path.of("."))
                    .command(
                            "unshare",
                            "--net",
                            "--mount",
                            "--pid",
                            "--fork",
                            "--kill-child",
                            "--mount-proc",
                            "bash",
                            "-c",
                            SANDBOX,
                            file);
            return outcome.out();
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> answers(String output) {
        List<String> answers = new ArrayList<>();
        StringBuilder answer = new StringBuilder();
        for (String line : output.split("\n", -1)) {
            if (line.startsWith(MARK)) {
                answers.add(answer + (line.equals(MARK + "0") ? "done" : "refused"));
                answer.setLength(0);
            } else if (!line.isBlank()) {
                answer.append(line).append('\n');
            }
        }
        return answers;
    }
}
