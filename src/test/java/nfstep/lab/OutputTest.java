package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import nfstep.Golden;
import nfstep.event.CommandEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the programs of labs print: each line was compared with what the real one prints on the kernel. */
class OutputTest {
    private static final Path LABS = Path.of("src/test/resources/nfstep/lab/output");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"ping", "nc", "curl", "conntrack", "traceroute", "ip"})
    void a_program_prints_what_the_real_one_prints(String program) throws IOException {
        Played lab = Played.of(Files.readString(LABS.resolve(program + ".lab")));
        assertThat(lab.stopped()).isEmpty();
        String text = lab.events().stream().map(OutputTest::shown).collect(Collectors.joining());
        Golden.check("lab/output-" + program + ".txt", text);
    }

    private static String shown(nfstep.event.Event event) {
        if (event instanceof CommandEvent.CommandStarted started) {
            return "$ " + started.text() + "\n";
        }
        return event instanceof CommandEvent.Printed printed ? printed.text() : "";
    }
}
