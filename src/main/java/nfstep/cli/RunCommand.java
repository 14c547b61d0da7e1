package nfstep.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nfstep.export.CaptureFiles;
import nfstep.export.ConntrackReport;
import nfstep.export.Detail;
import nfstep.export.KernelTrace;
import nfstep.export.TextReport;
import nfstep.host.Network;
import nfstep.source.Printable;
import nfstep.trace.Walk;
import nfstep.trace.json.TraceJson;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nfstep run}: a walk as text, in the formats that other tools know. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "Runs a lab, or opens a saved walk, and prints it.",
        footer = {"", "Example:", "  nfstep run --format=trace docker-reply"})
final class RunCommand implements Callable<Integer> {
    /** What is printed. */
    enum Format {
        TEXT,
        TRACE,
        CONNTRACK,
        JSON
    }

    @Parameters(paramLabel = "FILE", description = "a lab, a trace, saved rules, or a built-in lab")
    private String file = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (the walk to read), trace (as the kernel"
                    + " logs it), conntrack (the table at the end), json (the trace file)")
    private Format format = Format.TEXT;

    @Option(names = "--summary", description = "text: one line a packet")
    private boolean summary;

    @Option(names = "--verbose", description = "text: each rule passed over, and why")
    private boolean verbose;

    @Option(names = "--ns", paramLabel = "NAME", description = "trace, conntrack: the namespace, or all")
    private String namespace = Network.HOST;

    @Option(names = "--captures", paramLabel = "DIR", description = "writes what tcpdump captured as pcap files")
    private @Nullable String captures;

    @Override
    public Integer call() throws Failure {
        Opened opened = Opener.open(file);
        try {
            print(opened);
            if (captures != null) {
                write(opened.session().walk(), Path.of(captures));
            }
        } catch (IOException e) {
            throw new Failure(Exit.IO, "cannot write: " + Opener.reason(e));
        }
        opened.stopped().forEach(d -> System.err.print(d.render()));
        opened.failures().forEach(d -> System.err.print(d.render()));
        if (!opened.stopped().isEmpty()) {
            return Exit.INPUT;
        }
        return opened.failures().isEmpty() ? Exit.FINE : Exit.FAILED;
    }

    private void print(Opened opened) throws IOException {
        OutputStream stream = new BufferedOutputStream(System.out, 1 << 16);
        PrintStream out = new PrintStream(stream, false, StandardCharsets.UTF_8);
        Walk walk = opened.session().walk();
        switch (format) {
            case TEXT -> TextReport.of(walk, detail(), out::println);
            case TRACE -> {
                if (namespace.equals("all")) {
                    KernelTrace.ofAll(walk, out::println);
                } else {
                    KernelTrace.of(walk, namespace, out::println);
                }
            }
            case CONNTRACK -> ConntrackReport.of(walk.end().world(), namespace, out::println);
            case JSON -> new TraceJson().write(Documents.document(opened.session()), out);
        }
        out.flush();
        if (out.checkError()) {
            throw new IOException("standard output is closed");
        }
    }

    private Detail detail() {
        if (summary) {
            return Detail.SUMMARY;
        }
        return verbose ? Detail.VERBOSE : Detail.PLAIN;
    }

    /** Plain file names only: a lab cannot write outside of the folder. */
    private static void write(Walk walk, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (CaptureFiles.Capture capture : CaptureFiles.of(walk)) {
            String name = capture.name();
            if (name.contains("/") || name.contains("\\") || name.startsWith(".") || name.isBlank()) {
                throw new IOException("not a plain file name: " + Printable.line(name));
            }
            AtomicFile.write(
                    directory.resolve(name), out -> out.write(capture.bytes().toArray()));
        }
    }
}
