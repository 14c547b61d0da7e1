package nfstep.parse.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated commands for this program and for the real iptables-legacy: refusals and tables agree after each. */
@Tag("kernel")
class GeneratedLegacyTest {
    @TempDir
    private Path folder;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14})
    void the_real_tool_does_the_same(long seed) throws Exception {
        List<String> lines = new ArrayList<>(new CommandGenerator(seed).commands(250));
        lines.add("iptables -L -n -v");
        List<LegacyMachine.Answer> answers = LegacyMachine.run(folder, lines);
        Box box = new Box();
        for (int i = 0; i < lines.size(); i++) {
            LegacyMachine.Answer real = answers.get(i);
            box.run(lines.get(i));
            assertThat(box.refusal().isEmpty())
                    .as("%s%nreal: %s%nhere: %s", lines.get(i), real.err(), box.refusal())
                    .isEqualTo(real.status() == 0);
            assertThat(box.save(true)).as(lines.get(i)).isEqualTo(real.saved());
        }
        assertThat(box.printed()).isEqualTo(answers.get(lines.size() - 1).out());
    }
}
