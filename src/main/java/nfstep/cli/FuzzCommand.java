package nfstep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nfstep.kernel.Fuzz;
import nfstep.kernel.KernelUnavailable;
import nfstep.source.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nfstep fuzz}: searches for a lab on which model and kernel differ. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Makes labs at random and carries them out in the model and on this machine's kernel, in"
                + " namespaces that it makes and removes. A lab on which the two differ is made as small as it can"
                + " be, printed, and written to a file. Needs root.",
        footer = {"", "Example:", "  nfstep fuzz --seed 1 --labs 20"})
final class FuzzCommand implements Callable<Integer> {
    @Option(names = "--seed", paramLabel = "N", description = "everything follows from it; 1 unless given")
    private long seed = 1;

    @Option(names = "--labs", paramLabel = "M", description = "how many labs; 100 unless given")
    private long labs = 100;

    @Option(names = "--whole", description = "leaves differing labs as they were made: making one small takes minutes")
    private boolean whole;

    @Option(names = "--dir", paramLabel = "DIR", description = "where differing labs are written; here unless given")
    private Path directory = Path.of("");

    @Override
    public Integer call() throws Failure {
        Fuzz fuzz = new Fuzz(seed);
        int found = 0;
        try {
            for (long i = 0; i < labs; i++) {
                Optional<Fuzz.Found> difference = fuzz.next();
                if (difference.isPresent()) {
                    found++;
                    tell(whole ? difference.get() : difference.get().smallest());
                }
            }
        } catch (KernelUnavailable e) {
            throw new Failure(Exit.IO, "labs cannot be run on this kernel: " + Printable.line(e.reason()));
        }
        System.out.println(fuzz.sentence() + ": " + (found == 0 ? "no difference" : found + " differ"));
        return found == 0 ? Exit.FINE : Exit.FAILED;
    }

    private void tell(Fuzz.Found found) throws Failure {
        Path file = directory.resolve("fuzz-" + seed + "-" + found.number() + ".lab");
        String text = "# fuzz --seed " + seed + ", lab " + found.number() + "\n"
                + found.lab().text();
        try {
            AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Failure(Exit.IO, Printable.line(file.toString()) + ": cannot be written: " + Opener.reason(e));
        }
        System.out.println(file + ":");
        System.out.print(Printable.lines(found.difference().render()));
    }
}
