package nfstep.kernel;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import nfstep.lab.LabRun;
import nfstep.rules.Backend;
import nfstep.source.SourceText;
import nfstep.trace.Progress;

/** What the kernel did with each lab of the suite, written down so that many models can be compared with it. */
final class Recording {
    private static final Gson GSON = new Gson();

    private Recording() {}

    /** Asks the kernel; the answers are files of that folder. */
    static void make(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<SourceText> labs = LabSuite.own();
        labs.parallelStream().forEach(lab -> record(lab, folder.resolve(lab.name())));
    }

    private static void record(SourceText lab, Path file) {
        LabRun run = LabSuite.run(lab);
        try {
            KernelRun kernel = KernelRun.of(
                    TaskList.of(run.walk()),
                    run.walk().end().world().network().byName().keySet(),
                    Backend.LEGACY,
                    Progress.UNWATCHED);
            Files.writeString(file, GSON.toJson(kernel));
        } catch (KernelUnavailable | IOException e) {
            throw new IllegalStateException(lab.name() + ": " + e.getMessage(), e);
        }
    }

    /** Prints the first lab on which this model is not what was recorded, or nothing; the argument is the folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (SourceText lab : LabSuite.own()) {
            Optional<String> difference = difference(lab, folder.resolve(lab.name()));
            if (difference.isPresent()) {
                System.out.println(lab.name() + ": " + difference.get());
                return;
            }
        }
    }

    private static Optional<String> difference(SourceText lab, Path file) throws IOException {
        KernelRun kernel = GSON.fromJson(Files.readString(file), KernelRun.class);
        try {
            LabRun run = LabSuite.run(lab);
            if (!run.failures().isEmpty()) {
                return Optional.of("an expectation fails");
            }
            List<Task> tasks = TaskList.of(run.walk());
            if (tasks.size() != kernel.answers().size()) {
                return Optional.of("it ends early");
            }
            return Comparison.of(ModelRun.of(run.walk(), tasks, Backend.LEGACY), kernel)
                    .first()
                    .map(Recording::line);
        } catch (RuntimeException e) {
            return Optional.of(e.toString());
        }
    }

    private static String line(Difference difference) {
        return difference.render().lines().map(String::strip).collect(Collectors.joining(" | "));
    }
}
