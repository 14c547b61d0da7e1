package nfstep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected outputs that are too long for a test: files below {@code src/test/resources/golden}. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Fails unless {@code actual} is the text of the golden file, or writes it there under {@code -Dgolden.update=true}. */
    public static void check(String name, String actual) {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("golden.update")) {
            write(file, actual);
            return;
        }
        assertThat(file)
                .as("no golden file yet; make it with -Dgolden.update=true, then read it")
                .exists();
        assertThat(actual)
                .as("%s differs; if the new text is right, run again with -Dgolden.update=true", file)
                .isEqualTo(read(file));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
