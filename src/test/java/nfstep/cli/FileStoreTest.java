package nfstep.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import nfstep.debugger.Opening;
import nfstep.debugger.Session;
import nfstep.source.Outcome;
import nfstep.trace.Progress;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file on the disk is whole, whatever happens while one is saved. */
class FileStoreTest {
    private static final Progress INTERRUPTED = (count, what) -> {
        throw new Progress.Interrupted(count, what);
    };

    private final FileStore store = new FileStore();

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void a_session() throws Failure {
        session = Opener.open("goto").session();
    }

    @Test
    void what_was_saved_opens_again() {
        assertThat(save("walk.json", false).value())
                .hasValueSatisfying(said -> assertThat(said).matches("saved .*walk.json, [0-9,]+ bytes"));
        Outcome<Opening> opened = store.open(path("walk.json"), Progress.UNWATCHED);
        assertThat(opened.orElseThrow().session().walk().size())
                .isEqualTo(session.walk().size());
    }

    @Test
    void another_file_is_replaced_only_on_demand_and_keeps_its_permissions() throws IOException {
        Path file = Files.writeString(folder.resolve("walk.json"), "mine");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(save("walk.json", false).refusal())
                .hasValueSatisfying(
                        r -> assertThat(r).contains("exists; write! ").endsWith(" replaces it"));
        assertThat(file).hasContent("mine");
        assertThat(save("walk.json", true).refusal()).isEmpty();
        assertThat(file).content().startsWith("{\"format\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void a_link_stays_one_and_its_target_is_written() throws IOException {
        Path target = Files.writeString(folder.resolve("target.json"), "mine");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), target);
        assertThat(save("link.json", true).refusal()).isEmpty();
        assertThat(link).isSymbolicLink();
        assertThat(target).content().startsWith("{\"format\"");
    }

    @Test
    void a_saving_that_is_interrupted_leaves_what_was_there_and_nothing_else() throws IOException {
        Path file = Files.writeString(folder.resolve("walk.json"), "mine");
        assertThatThrownBy(() -> store.save(session, file.toString(), true, INTERRUPTED))
                .isInstanceOf(Progress.Interrupted.class)
                .hasMessageMatching("interrupted after [0-9,]+ bytes");
        assertThat(file).hasContent("mine");
        assertOnly("walk.json");
    }

    @Test
    void a_writing_that_fails_leaves_what_was_there_and_nothing_else() throws IOException {
        Path file = Files.writeString(folder.resolve("walk.json"), "mine");
        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write(new byte[1 << 20]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(IOException.class);
        assertThat(file).hasContent("mine");
        assertOnly("walk.json");
    }

    @Test
    void what_is_no_file_is_not_written_over() {
        assertThat(store.save(session, folder.toString(), true, Progress.UNWATCHED)
                        .refusal())
                .contains(folder + " is a directory");
        assertThat(store.save(session, "/dev/full", true, Progress.UNWATCHED).refusal())
                .contains("/dev/full is no file but a device or the like");
        assertThat(Path.of("/dev/full")).exists();
    }

    @Test
    void a_folder_that_is_not_there_is_named() {
        assertThat(save("no/such/walk.json", false).refusal())
                .contains("cannot write " + path("no/such/walk.json") + ": no such file or folder");
        assertThat(store.save(session, "a\0b", false, Progress.UNWATCHED).refusal())
                .isPresent();
    }

    private Outcome<String> save(String name, boolean replace) {
        return store.save(session, path(name), replace, Progress.UNWATCHED);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void assertOnly(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString())).containsExactly(name);
        }
    }
}
