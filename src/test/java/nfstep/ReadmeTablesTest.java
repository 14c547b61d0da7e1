package nfstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nfstep.tui.KeyMap;
import nfstep.tui.ScreenCommands;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadmeTablesTest {
    /** The parts of the README that come from tables of the program. */
    enum Part {
        KEYS {
            @Override
            String text() {
                return table(
                        "key", "what it does", KeyMap.ALL.stream().map(b -> List.of(code(b.keyNames()), b.help())));
            }
        },
        COMMANDS {
            @Override
            String text() {
                return table(
                        "command",
                        "what it does",
                        Stream.concat(
                                nfstep.debugger.Commands.ALL.stream().map(c -> List.of(code(c.usage()), c.help())),
                                ScreenCommands.ALL.stream().map(c -> List.of(code(c.usage()), c.help()))));
            }
        },
        LABS {
            @Override
            String text() {
                return table(
                        "command",
                        "what it does",
                        "example",
                        nfstep.lab.command.Commands.ALL.stream()
                                .map(c -> List.of(code(c.name()), c.help(), code(c.example()))));
            }
        },
        PACKAGES {
            @Override
            String text() {
                return table(
                        "package",
                        "may import",
                        Architecture.ROWS.stream()
                                .map(r -> List.of(
                                        code(r.name()), r.maySee().isEmpty() ? "-" : String.join(", ", r.maySee()))));
            }
        };

        abstract String text();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_table_is_the_one_that_the_program_uses(Part part) throws IOException {
        String mark = part.name().toLowerCase(java.util.Locale.ROOT);
        String block = "<!-- " + mark + " -->\n" + part.text() + "<!-- end of " + mark + " -->\n";
        assertThat(Readme.text().contains(block))
                .as("paste this into README.md in place of the part between the same marks:%n%s", block)
                .isTrue();
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }

    private static String table(String left, String right, Stream<List<String>> rows) {
        return rows(List.of(left, right), rows);
    }

    private static String table(String left, String middle, String right, Stream<List<String>> rows) {
        return rows(List.of(left, middle, right), rows);
    }

    private static String rows(List<String> head, Stream<List<String>> rows) {
        List<String> rule = head.stream().map(h -> "---").toList();
        return Stream.concat(Stream.of(head, rule), rows)
                .map(cells -> "| " + String.join(" | ", cells) + " |\n")
                .collect(Collectors.joining());
    }
}
