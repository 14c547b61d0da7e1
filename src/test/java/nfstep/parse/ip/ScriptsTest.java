package nfstep.parse.ip;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.Golden;
import nfstep.host.Network;
import nfstep.host.NetworkEdit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the scripts do in the model, which {@link IpKernelTest} compares with the kernel. */
class ScriptsTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("nfstep.parse.ip.Scripts#names")
    void a_script_does_what_it_did_on_a_kernel(String script) {
        Shell shell = new Shell();
        StringBuilder out = new StringBuilder();
        for (String line : Scripts.lines(script)) {
            out.append("$ ").append(line).append('\n');
            out.append(Scripts.answer(shell.attempt(line))).append('\n');
        }
        Golden.check("parse/ip/" + script + ".txt", out.toString());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nfstep.parse.ip.Scripts#names")
    void the_changes_of_a_script_are_the_same_when_they_are_read_from_their_text(String script) {
        Shell shell = new Shell();
        Scripts.lines(script).forEach(shell::attempt);
        Network replayed = Network.bare();
        for (String text : shell.changes()) {
            NetworkEdit edit = NetworkEditText.read(text).orElseThrow();
            replayed = edit.applyTo(replayed).orElseThrow();
        }
        assertThat(replayed).isEqualTo(shell.network());
    }
}
