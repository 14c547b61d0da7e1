package nfstep.tui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ColourDepthTest {
    @ParameterizedTest(name = "TERM={0} COLORTERM={1} NO_COLOR={2} shows {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "xterm, -, -, ANSI",
                "linux, -, -, ANSI",
                "screen, -, -, ANSI",
                "xterm-256color, -, -, INDEXED",
                "tmux, -, -, INDEXED",
                "screen-256color, -, -, INDEXED",
                "rxvt-unicode-256color, -, -, INDEXED",
                "xterm, truecolor, -, TRUECOLOUR",
                "xterm-256color, 24bit, -, TRUECOLOUR",
                "xterm-direct, -, -, TRUECOLOUR",
                "xterm-256color, yes, -, INDEXED",
                "xterm-256color, truecolor, 1, MONO",
                "xterm-256color, -, 0, MONO",
                "xterm-256color, -, '', INDEXED",
                "dumb, truecolor, -, MONO",
                "vt100, -, -, MONO",
                "xterm-mono, -, -, MONO",
                "-, truecolor, -, MONO",
                "'', -, -, MONO"
            })
    void the_environment_tells_the_depth(String term, String colorterm, String noColor, ColourDepth depth) {
        Map<String, String> environment = new TreeMap<>();
        environment.computeIfAbsent("TERM", name -> term);
        environment.computeIfAbsent("COLORTERM", name -> colorterm);
        environment.computeIfAbsent("NO_COLOR", name -> noColor);
        assertThat(ColourDepth.detect(environment)).isEqualTo(depth);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void each_depth_can_be_asked_for(ColourDepth depth) {
        assertThat(ColourDepth.ofOption(depth.option())).contains(depth);
        assertThat(ColourDepth.ofOption(depth.option() + "x")).isEmpty();
    }
}
