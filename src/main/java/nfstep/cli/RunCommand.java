package nfstep.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nfstep.export.CaptureFiles;
import nfstep.export.ConntrackReport;
import nfstep.export.Detail;
import nfstep.export.KernelTrace;
import nfstep.export.TextReport;
import nfstep.host.Network;
import nfstep.source.Printable;
import nfstep.state.World;
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
        versionProvider = Version.class,
        description = "Runs a lab, or opens a saved walk, and prints it.",
        footer = {"", "Example:", "  nfstep run --format=trace docker-reply"})
final class RunCommand implements Callable<Integer> {
    private static final String ALL = "all";

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
    private @Nullable String namespace;

    @Option(names = "--captures", paramLabel = "DIR", description = "writes what tcpdump captured as pcap files")
    private @Nullable String captures;

    @Override
    public Integer call() throws Failure {
        checkOptions();
        Opened opened = Opener.open(file);
        Walk walk = opened.session().walk();
        checkNamespace(walk);
        try {
            Printing.print(out -> print(opened, out));
            if (captures != null) {
                write(walk, Path.of(captures));
            }
        } catch (IOException e) {
            throw new Failure(Exit.IO, "cannot write: " + Opener.reason(e));
        }
        opened.stopped().forEach(d -> System.err.println(d.render()));
        opened.failures().forEach(d -> System.err.println(d.render()));
        return opened.exit();
    }

    private void checkOptions() throws Failure {
        if ((summary || verbose) && format != Format.TEXT) {
            throw new Failure(Exit.USAGE, "--summary and --verbose are for --format=text alone");
        }
        if (summary && verbose) {
            throw new Failure(Exit.USAGE, "--summary or --verbose, not both");
        }
        if (namespace != null && format != Format.TRACE && format != Format.CONNTRACK) {
            throw new Failure(Exit.USAGE, "--ns is for --format=trace and --format=conntrack alone");
        }
    }

    private void checkNamespace(Walk walk) throws Failure {
        List<String> names =
                new ArrayList<>(walk.end().world().network().byName().keySet());
        if (namespace != null && !namespace.equals(ALL) && !names.contains(namespace)) {
            names.add(ALL);
            throw new Failure(
                    Exit.USAGE,
                    "no namespace " + Printable.line(namespace) + " at the end of the walk; write one of "
                            + Printable.line(String.join(", ", names)));
        }
    }

    private void print(Opened opened, PrintStream out) throws IOException {
        Walk walk = opened.session().walk();
        String wanted = namespace == null ? Network.HOST : namespace;
        switch (format) {
            case TEXT -> {
                TextReport.of(walk, detail(), out::println);
                opened.session().checks().forEach(check -> out.println(Printable.line(check.sentence())));
            }
            case TRACE -> {
                if (wanted.equals(ALL)) {
                    KernelTrace.ofAll(walk, out::println);
                } else {
                    KernelTrace.of(walk, wanted, out::println);
                }
            }
            case CONNTRACK -> connections(walk.end().world(), wanted, out);
            case JSON -> new TraceJson().write(Documents.document(opened.session()), out);
        }
    }

    private static void connections(World world, String wanted, PrintStream out) {
        if (!wanted.equals(ALL)) {
            ConntrackReport.of(world, wanted, out::println);
            return;
        }
        for (String name : world.network().byName().keySet()) {
            ConntrackReport.of(world, name, line -> out.println("[" + Printable.line(name) + "] " + line));
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
