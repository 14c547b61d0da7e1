package nfstep.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import nfstep.parse.ShellLexer;
import nfstep.source.SourceText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernel")
class SandboxTest {
    @Test
    void a_ping_over_loopback_is_traced_in_the_sandbox_and_nowhere_else() throws IOException {
        String lab = "iptables -A INPUT -p icmp -j ACCEPT\nping -c1 -W1 127.0.0.1\n";
        KernelRun run = Sandbox.run(
                ShellLexer.read(new SourceText("ping.lab", lab)).value().orElseThrow());
        assertThat(run.trace()).hasSizeGreaterThan(3);
        assertThat(run.trace().get(1)).startsWith("TRACE: filter:INPUT:rule:1 IN=lo OUT= MAC=00:00");
        assertThat(run.output()).contains("1 packets transmitted, 1 received");
    }
}
