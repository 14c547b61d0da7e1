package nfstep.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import nfstep.debugger.Opening;
import nfstep.debugger.Session;
import nfstep.debugger.TraceStore;
import nfstep.source.Outcome;
import nfstep.trace.Progress;
import nfstep.trace.json.TraceJson;

/** Sessions as trace files on disk. */
final class FileStore implements TraceStore {
    private final TraceJson json = new TraceJson();

    @Override
    public Outcome<Opening> open(String name, Progress progress) {
        try {
            return Outcome.done(Opener.open(name, progress).opening());
        } catch (Failure e) {
            return Outcome.refused(e.text());
        }
    }

    @Override
    public Outcome<String> save(Session session, String name, boolean replace, Progress progress) {
        try {
            Path file = Path.of(name);
            Optional<String> hindrance = hindrance(file, replace);
            return hindrance.isPresent()
                    ? Outcome.refused(name + hindrance.get())
                    : Outcome.done(write(session, file, progress));
        } catch (InvalidPathException e) {
            return Outcome.refused("not the name of a file: " + name);
        } catch (IOException e) {
            return Outcome.refused("cannot write " + name + ": " + Opener.reason(e));
        }
    }

    private static Optional<String> hindrance(Path file, boolean replace) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(file)) {
            return Optional.of(Files.isDirectory(file) ? " is a directory" : " is no file but a device or the like");
        }
        return replace ? Optional.empty() : Optional.of(" exists; write! " + file + " replaces it");
    }

    private String write(Session session, Path file, Progress progress) throws IOException {
        AtomicFile.write(file, out -> {
            OutputStream watched = new WatchedOutput(out, progress);
            if (file.toString().endsWith(".gz")) {
                GZIPOutputStream packed = new GZIPOutputStream(watched);
                json.write(Documents.document(session), packed);
                packed.finish();
            } else {
                json.write(Documents.document(session), watched);
            }
        });
        return "saved " + file + ", " + Progress.quantity(Files.size(file)) + " bytes";
    }
}
