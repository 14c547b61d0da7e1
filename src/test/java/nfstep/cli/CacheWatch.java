package nfstep.cli;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Waits for the archive that the launcher makes and moves into place after the program has ended. */
final class CacheWatch {
    private static final int LONGEST_SECONDS = 30;

    private CacheWatch() {}

    /** The finished archive below a cache folder, as soon as there is one. */
    static Path firstArchive(Path cache) throws IOException, InterruptedException {
        Path folder = fileBelow(cache, "")
                .orElseThrow()
                .toAbsolutePath()
                .resolveSibling(".")
                .normalize();
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, ENTRY_CREATE);
            Optional<WatchKey> change = Optional.empty();
            Optional<Path> archive = fileBelow(cache, ".jsa");
            while (archive.isEmpty()) {
                change.ifPresent(WatchKey::reset);
                change = Optional.ofNullable(watch.poll(LONGEST_SECONDS, TimeUnit.SECONDS));
                archive = fileBelow(cache, ".jsa");
                assertThat(change.isPresent() || archive.isPresent()).isTrue();
            }
            return archive.get();
        }
    }

    /** Files come and go meanwhile, which is no error. */
    private static Optional<Path> fileBelow(Path folder, String ending) {
        File[] children = folder.toFile().listFiles();
        Optional<Path> found = Optional.empty();
        for (File child : children == null ? new File[0] : children) {
            Path path = child.toPath();
            Optional<Path> here = child.getName().endsWith(ending) ? Optional.of(path) : Optional.empty();
            found = found.or(() -> child.isDirectory() ? fileBelow(path, ending) : here);
        }
        return found;
    }
}
