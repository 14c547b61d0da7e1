package nfstep.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import nfstep.debugger.Session;
import nfstep.lab.BuiltInLab;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.source.Nearest;
import nfstep.source.Parsed;
import nfstep.source.Printable;
import nfstep.source.SourceText;
import nfstep.trace.TraceDocument;
import nfstep.trace.json.TraceJson;

/** Opens what a user names: a file with a lab, a trace or saved rules, or a built-in lab. */
final class Opener {
    private static final int LARGEST_TEXT = 64 << 20;

    private Opener() {}

    /** Opens it and runs it if it is a lab. */
    static Opened open(String name) throws Failure {
        Optional<Path> file = file(name);
        if (file.isEmpty()) {
            return run(builtIn(name));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file.get()))) {
            return isTrace(in) ? trace(in, name) : run(text(in, name));
        } catch (IOException e) {
            throw new Failure(Exit.IO, Printable.line(name) + ": cannot be read: " + reason(e));
        }
    }

    private static Optional<Path> file(String name) throws Failure {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new Failure(Exit.IO, Printable.line(name) + ": is a directory, not a file");
            }
            return Files.exists(path) ? Optional.of(path) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static SourceText builtIn(String name) throws Failure {
        Optional<SourceText> lab = LabTexts.named(name);
        if (lab.isPresent()) {
            return lab.get();
        }
        String hint = Nearest.among(name, BuiltInLab.names())
                .map(n -> "did you mean " + n + "?")
                .orElse("built-in labs are " + String.join(", ", BuiltInLab.names()));
        throw new Failure(Exit.IO, Printable.line(name) + ": no such file or built-in lab; " + hint);
    }

    /** A trace is an object of JSON, packed or not; no lab begins so. */
    private static boolean isTrace(InputStream in) throws IOException {
        in.mark(64);
        byte[] head = in.readNBytes(64);
        in.reset();
        boolean packed = head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
        return packed
                || new String(head, StandardCharsets.ISO_8859_1).stripLeading().startsWith("{");
    }

    private static Opened trace(InputStream in, String name) throws IOException, Failure {
        Parsed<TraceDocument> parsed = new TraceJson().read(in, name);
        if (!parsed.ok()) {
            throw new Failure(Exit.INPUT, parsed.diagnostics().get(0).header());
        }
        return Opened.recorded(Documents.session(name, parsed.orElseThrow()));
    }

    private static SourceText text(InputStream in, String name) throws IOException, Failure {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(in.readNBytes(LARGEST_TEXT));
        if (in.read() >= 0) {
            throw new Failure(Exit.INPUT, Printable.line(name) + ": larger than 64 MiB, which no lab is");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
            return SavedRules.isSavedRules(text) ? SavedRules.lab(name, text) : new SourceText(name, text);
        } catch (CharacterCodingException e) {
            throw new Failure(Exit.INPUT, Printable.line(name) + ": is not UTF-8 text, so it is no lab and no trace");
        }
    }

    /** Runs a lab; what is wrong with it anywhere is told before anything runs. */
    static Opened run(SourceText source) throws Failure {
        Parsed<Lab> lab = Lab.parse(source);
        if (!lab.ok()) {
            throw new Failure(Exit.INPUT, lab.render().stripTrailing());
        }
        LabRun run = new LabRun(lab.orElseThrow(), new DiskFiles());
        run.finish();
        if (run.walk().isEmpty()) {
            throw new Failure(Exit.INPUT, Printable.line(source.name()) + ": there is no command in it");
        }
        return new Opened(
                Session.of(source.name(), run.walk()),
                run,
                run.stopped().stream().toList(),
                List.copyOf(run.failures()));
    }

    /** Why reading or writing failed, in words. */
    static String reason(IOException e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        if (e instanceof java.nio.file.AccessDeniedException) {
            return "permission denied";
        }
        return Printable.line(message);
    }
}
