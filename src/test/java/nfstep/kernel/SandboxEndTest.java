package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import nfstep.cli.Main;
import nfstep.lab.LabRun;
import nfstep.rules.Backend;
import nfstep.source.SourceText;
import nfstep.trace.Progress;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code nfstep verify} as a process: where it cannot run it says why, and however it ends, nothing of it is left. */
@Tag("kernel")
class SandboxEndTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final String LAB = """
            ip netns add far
            ip link add eth0 type veth peer name wan netns far
            ip link set eth0 up
            ip addr add 10.0.0.1/24 dev eth0
            ip -n far link set wan up
            ip -n far addr add 10.0.0.2/24 dev wan
            iptables -A INPUT -p icmp
            ip netns exec far nginx
            ping -c 100 10.0.0.2
            """;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1} after SIG{0}")
    @CsvSource({"INT, legacy", "INT, nft", "TERM, legacy", "KILL, legacy", "KILL, nft"})
    void no_process_is_left(String signal, String backend) throws Exception {
        Process process = start(backend);
        List<ProcessHandle> all;
        do {
            all = process.descendants().toList();
            assertThat(process.isAlive()).as("runs").isTrue();
            pause();
        } while (all.stream().noneMatch(SandboxEndTest::isPing));
        assertThat(all.size()).as("unshare, the sandbox, a server, ping").isGreaterThanOrEqualTo(4);
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        for (ProcessHandle each : all) {
            each.onExit().get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static List<String> command(String backend, String lab) {
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "verify",
                "--backend=" + backend,
                lab);
    }

    private Process start(String backend) throws IOException {
        Path lab = folder.resolve("long.lab");
        Files.writeString(lab, LAB);
        Path out = folder.resolve("out");
        return new ProcessBuilder(command(backend, lab.toString()))
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource({
        "unshare --user --map-user=1000, legacy, only root may make network namespaces",
        "HIDE /usr/sbin/conntrack, legacy, conntrack is missing; install the Debian package conntrack",
        "HIDE /usr/sbin/nft, nft, nft is missing; install the Debian package nftables",
        "HIDE /usr/sbin/iptables-nft, nft, iptables-nft is missing; install the Debian package iptables"
    })
    void where_it_cannot_run_it_says_why_and_ends_with_4(String where, String backend, String reason) throws Exception {
        String how = where.startsWith("HIDE")
                ? "unshare --mount sh -c 'mount --bind /dev/null " + where.substring(5) + " && exec \"$@\"' sh"
                : where;
        List<String> words = new ArrayList<>(List.of("sh", "-c", "exec " + how + " \"$@\"", "sh"));
        words.addAll(command(backend, "goto"));
        Path out = folder.resolve("out");
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        assertThat(process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(out)).isEqualTo("goto: cannot be compared with this kernel: " + reason + "\n");
        assertThat(process.exitValue()).isEqualTo(4);
    }

    private static boolean isPing(ProcessHandle process) {
        return process.info().command().filter(c -> c.endsWith("/ping")).isPresent();
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(20);
    }

    @Test
    void an_interruption_ends_the_sandbox_in_the_middle_of_a_command() {
        LabRun run = LabSuite.run(new SourceText("long.lab", LAB));
        Progress progress = (count, what) -> {
            if (count == 8) {
                throw new Progress.Interrupted(count, what);
            }
        };
        assertThatThrownBy(() -> Verification.of(run.walk(), Backend.NFT, progress))
                .isInstanceOf(Progress.Interrupted.class)
                .hasMessage("interrupted after 8 of 9 commands");
        assertThat(ProcessHandle.current().descendants().filter(SandboxEndTest::isPing))
                .isEmpty();
    }
}
