package nfstep.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nfstep.debugger.Session;
import nfstep.lab.BuiltInLab;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.source.Diagnostic;
import nfstep.source.Nearest;
import nfstep.source.Parsed;
import nfstep.source.Printable;
import nfstep.source.SourceText;
import nfstep.trace.Progress;
import nfstep.trace.TraceDocument;
import nfstep.trace.json.TraceJson;
import nfstep.tui.term.TerminalCheck;

/** Opens what a user names: a file with a lab, a trace or saved rules, or a built-in lab. */
final class Opener {
    private static final int LARGEST_TEXT = 64 << 20;
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Progress progress;
    private final Consumer<LabRun> extent;

    private Opener(Progress progress, Consumer<LabRun> extent) {
        this.progress = progress;
        this.extent = extent;
    }

    /** Opens it and runs it if it is a lab; on a terminal, it is told how far that is if it takes long. */
    static Opened open(String name) throws Failure {
        return open(name, LabRun::finish);
    }

    /** Opens it; a lab runs up to its first packet, and goes on when the first frame is there. */
    static Opened begin(String name) throws Failure {
        return open(name, LabRun::begin);
    }

    private static Opened open(String name, Consumer<LabRun> extent) throws Failure {
        if (!TerminalCheck.isErrorTerminal()) {
            return new Opener(Progress.UNWATCHED, extent).opened(name);
        }
        try (StartProgress progress = new StartProgress(Printable.line(name))) {
            return new Opener(progress, extent).opened(name);
        }
    }

    /** Opens it and runs it if it is a lab. */
    static Opened open(String name, Progress progress) throws Failure {
        return new Opener(progress, LabRun::finish).opened(name);
    }

    private Opened opened(String name) throws Failure {
        Optional<Path> file = file(name);
        if (file.isEmpty()) {
            SourceText lab = builtIn(name);
            return run(lab.name(), LabRun.known(lab, new DiskFiles()));
        }
        try (InputStream in = new WatchedInput(new BufferedInputStream(Files.newInputStream(file.get())), progress)) {
            return isTrace(in) ? trace(in, name) : text(text(in, name));
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
            return new SourceText(name, text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            throw new Failure(Exit.INPUT, Printable.line(name) + ": is not UTF-8 text, so it is no lab and no trace");
        }
    }

    private Opened text(SourceText text) throws Failure {
        if (!SavedRules.isSavedRules(text.text())) {
            return run(text);
        }
        SavedRules rules = SavedRules.of(text);
        Parsed<Lab> lab = Lab.parse(rules.lab());
        if (!lab.ok()) {
            throw wrong(lab.diagnostics().stream().map(rules::inSavedText).toList());
        }
        Opened opened = run(lab.orElseThrow());
        return new Opened(
                opened.session(),
                opened.lab(),
                opened.stopped().stream().map(rules::inSavedText).toList(),
                opened.failures(),
                opened.stopped().isEmpty() ? rules.proposal() : "");
    }

    private Opened run(SourceText source) throws Failure {
        Parsed<Lab> lab = Lab.parse(source);
        if (!lab.ok()) {
            throw wrong(lab.diagnostics());
        }
        return run(lab.orElseThrow());
    }

    private static Failure wrong(List<Diagnostic> problems) {
        return new Failure(
                Exit.INPUT,
                String.join("\n", problems.stream().map(Diagnostic::render).toList()));
    }

    /** Runs a lab; what was wrong with it anywhere was told before anything runs. */
    private Opened run(Lab lab) throws Failure {
        return run(lab.source().name(), new LabRun(lab, new DiskFiles()));
    }

    private Opened run(String name, LabRun run) throws Failure {
        extent.accept(run.watchedBy(progress));
        if (run.walk().isEmpty()) {
            throw new Failure(Exit.INPUT, Printable.line(name) + ": there is no command in it");
        }
        return new Opened(
                Session.of(name, run.walk()), run, run.stopped().stream().toList(), List.copyOf(run.failures()), "");
    }

    /** Why reading or writing failed, in words. */
    static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        Optional<String> system =
                e instanceof FileSystemException f ? Optional.ofNullable(f.getReason()) : Optional.empty();
        return Printable.line(system.or(() -> Optional.ofNullable(e.getMessage()))
                .orElse(e.getClass().getSimpleName()));
    }
}
