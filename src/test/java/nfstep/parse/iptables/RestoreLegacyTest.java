package nfstep.parse.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts for this program and for the real iptables-legacy-restore: refusals and tables agree. A text that cannot be read
 * as a whole changes nothing here, while the real tool has made the tables above the bad line.
 */
@Tag("kernel")
class RestoreLegacyTest {
    private static final List<String> BEFORE = List.of(
            "iptables -N OLD",
            "iptables -A OLD -c 1 2 -j DROP",
            "iptables -A INPUT -c 5 6 -j OLD",
            "iptables -P FORWARD DROP");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} ({1})")
    @MethodSource("texts")
    void a_text_makes_the_same_tables(String name, String options, String text) throws Exception {
        List<String> lines = new ArrayList<>(BEFORE);
        lines.add("iptables-restore " + options + " <" + write(text));
        List<LegacyMachine.Answer> answers = LegacyMachine.run(folder, lines);
        LegacyMachine.Answer real = answers.get(answers.size() - 1);
        Box box = new Box();
        BEFORE.forEach(box::run);
        String before = box.save(true);
        box.restore(text, options);
        assertThat(box.refusal().isEmpty())
                .as("real: %d %s here: %s", real.status(), real.err(), box.refusal())
                .isEqualTo(real.status() == 0);
        assertThat(box.save(true)).isEqualTo(box.hasRead() ? real.saved() : before);
    }

    static List<Arguments> texts() throws IOException {
        Path file = Path.of("src", "test", "resources", "iptables", "restored.txt");
        List<Arguments> texts = new ArrayList<>();
        for (String part : Files.readString(file).split("(?m)^=== ", -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                String[] title = part.substring(0, end).split(" \\| ?", -1);
                String text = part.substring(end + 1).replace("\\r", "\r").replace("\\n\n", "");
                texts.add(Arguments.of(title[0], title.length > 1 ? title[1] : "", text));
            }
        }
        return texts;
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("text"), text);
    }
}
