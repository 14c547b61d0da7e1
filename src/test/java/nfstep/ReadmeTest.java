package nfstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import nfstep.Run.Outcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

@Tag("e2e")
class ReadmeTest {
    private static final String PACKAGE = "mvn -q -DskipTests package && target/nfstep";
    private static final String VERIFY = "mvn -B verify -Pkernel";

    private static final List<String> LINKED = List.of("target", "src", "traces", "themes", "README.md");

    @TempDir
    Path folder;

    @BeforeEach
    void a_clone_where_nothing_can_be_spoilt() throws IOException {
        for (String name : LINKED) {
            Files.createSymbolicLink(folder.resolve(name), Path.of(name).toAbsolutePath());
        }
    }

    @AfterEach
    void without_links_to_the_sources() throws IOException {
        for (String name : LINKED) {
            Files.delete(folder.resolve(name));
        }
    }

    /** The commands run in their order and in one folder, for a later one may read what an earlier one wrote. */
    @TestFactory
    Stream<DynamicTest> every_command_works_as_printed() throws IOException {
        return Readme.commands().stream()
                .filter(command -> !command.builds())
                .map(command -> DynamicTest.dynamicTest(command.line(), () -> works(command)));
    }

    @Test
    void the_two_commands_that_build_are_those_that_build_here() throws IOException {
        assertThat(Readme.commands().stream().filter(Readme.Command::builds).map(Readme.Command::line))
                .containsExactly(PACKAGE, VERIFY);
        assertThat(Files.readString(Path.of(".ci/run"))).endsWith("\n" + VERIFY + "\n");
        assertThat(Files.readString(Path.of("pom.xml"))).contains("<id>kernel</id>");
    }

    private void works(Readme.Command command) throws IOException, InterruptedException {
        Outcome outcome = Run.in(folder).command("sh", "-c", command.line());
        assertThat(outcome.status())
                .as("%s%n%s%s", command.line(), outcome.out(), outcome.err())
                .isEqualTo(command.status());
    }
}
