package nfstep.export;

import java.util.StringJoiner;
import nfstep.Golden;
import nfstep.trace.Samples;
import nfstep.trace.Walk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextReportTest {
    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_walk_is_told(Detail detail) {
        Walk walk = Samples.answered();
        StringJoiner text = new StringJoiner("\n", "", "\n");
        TextReport.of(walk, detail, text::add);
        Golden.check("export/report-" + detail.name().toLowerCase(java.util.Locale.ROOT) + ".txt", text.toString());
    }
}
