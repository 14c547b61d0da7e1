package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "conntrack");

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"tcp", "sctp"})
    void connections_become_what_they_became_in_the_kernel(String protocol) throws IOException {
        Path file = FOLDER.resolve("recorded-" + protocol + ".txt");
        assertThat(Recorded.differences(Files.readAllLines(file))).isEmpty();
    }
}
