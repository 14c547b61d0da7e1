package nfstep.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import nfstep.kernel.Fuzz;
import nfstep.kernel.KernelUnavailable;
import nfstep.rules.Backend;
import nfstep.source.Printable;
import nfstep.tui.term.Signals;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nfstep fuzz}: searches for a lab on which model and kernel differ. */
@Command(
        name = "fuzz",
        mixinStandardHelpOptions = true,
        description = "Makes labs at random and carries them out in the model and on this machine's kernel, in"
                + " namespaces that it makes and removes. A lab on which the two differ is carried out again, and if"
                + " they differ again, it is made as small as it can be, printed, and written to a file that the suite"
                + " can take. C-c ends it with what was compared so far. Needs root.",
        footer = {
            "",
            "Examples:",
            "  nfstep fuzz --seed 1 --labs 20",
            "  nfstep fuzz --seed 1 --first 7 --labs 1",
        })
final class FuzzCommand implements Callable<Integer> {
    @Option(names = "--seed", paramLabel = "N", description = "everything follows from it; 1 unless given")
    private long seed = 1;

    @Option(names = "--labs", paramLabel = "M", description = "how many labs; 100 unless given")
    private long labs = 100;

    @Option(names = "--first", paramLabel = "K", description = "the number of the first of them; 1 unless given")
    private long first = 1;

    @Option(
            names = "--jobs",
            paramLabel = "J",
            description = "how many are carried out at the same time; 2 unless given")
    private int jobs = 2;

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "legacy (unless given) or nft: what carries out the commands of iptables")
    private Backend backend = Backend.LEGACY;

    @Option(names = "--whole", description = "leaves differing labs as they were made: making one small takes minutes")
    private boolean whole;

    @Option(names = "--dir", paramLabel = "DIR", description = "where differing labs are written; here unless given")
    private Path directory = Path.of("");

    @Override
    public Integer call() throws Failure {
        if (jobs < 1 || labs < 0 || first < 1) {
            throw new Failure(Exit.USAGE, "--jobs and --first are at least 1, --labs at least 0");
        }
        try (Fuzz fuzz = new Fuzz(seed, new Fuzz.Labs(first, labs), jobs, backend)) {
            Signals.handle("INT", fuzz::stop);
            search(fuzz);
            System.out.println(fuzz.figures().sentence());
            int code = fuzz.figures().differ() == 0 ? Exit.FINE : Exit.FAILED;
            return fuzz.isStopped() ? Exit.INTERRUPTED : code;
        } catch (KernelUnavailable e) {
            throw new Failure(Exit.IO, "labs cannot be run on this kernel: " + Printable.line(e.reason()));
        } finally {
            Signals.leaveToSystem("INT");
        }
    }

    private void search(Fuzz fuzz) throws Failure, KernelUnavailable {
        FuzzProgress progress = new FuzzProgress(labs);
        while (fuzz.hasNext()) {
            Optional<Fuzz.Found> found = fuzz.next();
            if (found.isPresent()) {
                progress.blank();
                tell(whole ? found.get() : fuzz.smallest(found.get()));
            }
            progress.at(fuzz.figures());
        }
        progress.blank();
    }

    private void tell(Fuzz.Found found) throws Failure {
        Path file = directory.resolve("fuzz-" + seed + "-" + found.number() + ".lab");
        String said = Printable.lines(found.difference().render());
        String how = backend == Backend.LEGACY ? "" : " --backend " + backend.word();
        String text = "# Found by fuzz --seed " + seed + how + ", lab " + found.number() + ".\n"
                + said.indent(2).replaceAll("(?m)^  ", "# ") + found.lab().text();
        try {
            AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new Failure(Exit.IO, Printable.line(file.toString()) + ": cannot be written: " + Opener.reason(e));
        }
        System.out.println(Printable.line(file.toString()) + ":");
        System.out.print(said);
        if (!whole) {
            System.out.print(Printable.lines(found.lab().text()));
        }
    }
}
