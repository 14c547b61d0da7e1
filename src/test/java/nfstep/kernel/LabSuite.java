package nfstep.kernel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import nfstep.lab.BuiltInLab;
import nfstep.lab.Lab;
import nfstep.lab.LabRun;
import nfstep.lab.command.LabFiles;
import nfstep.source.SourceText;

/** The labs that are compared with a kernel. */
final class LabSuite {
    private static final Path FOLDER = Path.of("src/test/resources/labs");

    private LabSuite() {}

    /** The project's own: those of the tests, then those that are built in. */
    static List<SourceText> own() throws IOException {
        List<SourceText> labs = new ArrayList<>(folder(FOLDER));
        for (BuiltInLab lab : BuiltInLab.values()) {
            labs.add(builtIn(lab));
        }
        return labs;
    }

    /** The labs of a folder, in the order of their names. */
    static List<SourceText> folder(Path folder) throws IOException {
        List<SourceText> labs = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".lab")).sorted().toList()) {
                labs.add(new SourceText(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return labs;
    }

    /** The model's run of a lab, to its end or to the command that fails. */
    static LabRun run(SourceText lab) {
        LabRun run = new LabRun(Lab.parse(lab).orElseThrow(), LabFiles.NONE);
        run.finish();
        return run;
    }

    private static SourceText builtIn(BuiltInLab lab) throws IOException {
        try (InputStream in = BuiltInLab.class.getResourceAsStream(lab.resource())) {
            if (in == null) {
                throw new IllegalStateException("no resource " + lab.resource());
            }
            return new SourceText(lab.label(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
