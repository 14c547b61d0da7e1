package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nfstep.lab.BuiltInLab;
import nfstep.tui.Canvas;
import nfstep.tui.Glyphs;
import nfstep.tui.Model;
import nfstep.tui.PaneName;
import nfstep.tui.pane.ScreenView;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every step of every lab can be looked at, in every pane and size. */
class ScreenStepsTest {
    private static final int[][] SIZES = {{80, 24}, {120, 40}, {200, 60}, {60, 16}};
    private static final int STRIDE = 13;

    @ParameterizedTest(name = "{0}")
    @MethodSource("labs")
    void it_can_be_drawn(String lab) throws Failure {
        Model model = Model.of(Opener.open(lab).session());
        ScreenView view = new ScreenView();
        long count = model.session().walk().stepCount();
        int turn = 0;
        for (long step = 0; step < count; step += STRIDE) {
            int[] size = SIZES[turn % SIZES.length];
            PaneName pane = PaneName.RULES.next(turn);
            Canvas canvas = Canvas.of(size[0], size[1], Glyphs.ASCII);
            var at = model.session().at(model.session().walk().position(step));
            view.draw(model.with(at).with(model.panes().focused(pane)), canvas);
            assertThat(canvas.rowText(0)).contains("step " + (step + 1) + "/" + count);
            turn++;
        }
    }

    static List<String> labs() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/labs"))) {
            Stream<String> own =
                    files.map(Path::toString).filter(f -> f.endsWith(".lab")).sorted();
            return Stream.concat(BuiltInLab.names().stream(), own).toList();
        }
    }
}
