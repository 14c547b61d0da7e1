package nfstep.lab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.rules.Backend;
import nfstep.source.SourceText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabGeneratorTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void a_lab_runs_to_its_end_and_follows_from_its_seed(long seed) {
        Draft draft = LabGenerator.lab(seed, Backend.LEGACY);
        assertThat(draft.packets()).isGreaterThan(20);
        assertThat(LabGenerator.lab(seed, Backend.LEGACY)).isEqualTo(draft);
        LabRun run =
                new LabRun(Lab.parse(new SourceText("fuzz.lab", draft.text())).orElseThrow(), LabFiles.NONE);
        assertThat(run.finish()).isEmpty();
    }
}
