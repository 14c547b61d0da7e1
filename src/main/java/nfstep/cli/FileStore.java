package nfstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import nfstep.debugger.Session;
import nfstep.debugger.TraceStore;
import nfstep.source.Outcome;
import nfstep.trace.json.TraceJson;

/** Sessions as trace files on disk. */
final class FileStore implements TraceStore {
    private final TraceJson json = new TraceJson();

    @Override
    public Outcome<Session> open(String name) {
        try {
            return Outcome.done(Opener.open(name).session());
        } catch (Failure e) {
            return Outcome.refused(e.text().lines().findFirst().orElse("cannot be opened"));
        }
    }

    @Override
    public Outcome<String> save(Session session, String name, boolean replace) {
        Path file;
        try {
            file = Path.of(name);
        } catch (InvalidPathException e) {
            return Outcome.refused("not the name of a file: " + name);
        }
        if (Files.isDirectory(file)) {
            return Outcome.refused(name + " is a directory");
        }
        if (Files.exists(file) && !replace) {
            return Outcome.refused(name + " exists; write! " + name + " replaces it");
        }
        return write(session, file);
    }

    private Outcome<String> write(Session session, Path file) {
        try {
            AtomicFile.write(file, out -> {
                if (file.toString().endsWith(".gz")) {
                    GZIPOutputStream packed = new GZIPOutputStream(out);
                    json.write(Documents.document(session), packed);
                    packed.finish();
                } else {
                    json.write(Documents.document(session), out);
                }
            });
            return Outcome.done("saved " + file + ", " + Files.size(file) + " bytes");
        } catch (IOException e) {
            return Outcome.refused("cannot write " + file + ": " + Opener.reason(e));
        }
    }
}
