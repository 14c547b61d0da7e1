package nfstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import nfstep.kernel.Difference;
import nfstep.kernel.KernelUnavailable;
import nfstep.kernel.ShortLab;
import nfstep.kernel.Verification;
import nfstep.rules.Backend;
import nfstep.source.Printable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nfstep verify}: does this machine's kernel do the same? */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Carries out the commands of labs on this machine's kernel, in namespaces that it makes and"
                + " removes, and compares what the kernel traces with the model. Needs root.",
        footer = {"", "Examples:", "  nfstep verify docker-reply", "  nfstep verify --backend=both docker-reply"})
final class VerifyCommand implements Callable<Integer> {
    /** What is compared with. */
    enum Backends {
        LEGACY,
        NFT,
        BOTH;

        List<Backend> all() {
            return switch (this) {
                case LEGACY -> List.of(Backend.LEGACY);
                case NFT -> List.of(Backend.NFT);
                case BOTH -> List.of(Backend.values());
            };
        }
    }

    @Parameters(arity = "1..*", paramLabel = "LAB", description = "a file, a folder of .lab files, or a built-in lab")
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--backend",
            paramLabel = "NAME",
            description = "legacy (the default), nft or both: what carries out the commands of iptables")
    private Backends backends = Backends.LEGACY;

    @Option(names = "--json", description = "prints one JSON object a lab and backend instead of text")
    private boolean json;

    @Option(
            names = "--shorten",
            description = "where they differ, prints the lab without what is not needed to see it; takes up to minutes")
    private boolean shorten;

    @Override
    public Integer call() throws Failure {
        List<String> labs = LabTexts.all(names);
        if (labs.size() == 1) {
            return verify(labs.get(0));
        }
        int worst = Exit.FINE;
        int agreeing = 0;
        for (String lab : labs) {
            int code = attempt(lab);
            agreeing += code == Exit.FINE ? 1 : 0;
            worst = Math.max(worst, code);
        }
        if (!json) {
            System.out.println(agreeing + " of " + labs.size() + " labs agree");
        }
        return worst;
    }

    /** What is wrong with one lab does not keep the others from being verified. */
    private int attempt(String lab) {
        try {
            return verify(lab);
        } catch (Failure e) {
            System.err.println(e.text());
            return e.code();
        }
    }

    private int verify(String name) throws Failure {
        Opened opened = Opener.open(name);
        if (!opened.stopped().isEmpty()) {
            throw new Failure(Exit.INPUT, opened.stopped().get(0).render().stripTrailing());
        }
        boolean agrees = opened.failures().isEmpty();
        try {
            for (Backend backend : backends.all()) {
                Verification verification = Verification.ofLab(opened.session().walk(), new DiskFiles(), backend);
                tell(name, opened, verification);
                agrees &= verification.agrees();
            }
        } catch (KernelUnavailable e) {
            throw new Failure(
                    Exit.IO,
                    Printable.line(name) + ": cannot be compared with this kernel: " + Printable.line(e.reason()));
        }
        opened.failures().forEach(d -> System.err.println(d.render().stripTrailing()));
        return agrees ? Exit.FINE : Exit.FAILED;
    }

    private void tell(String name, Opened opened, Verification verification) throws KernelUnavailable {
        Optional<Difference> first = verification.first();
        Optional<String> smallest = shorten && first.isPresent()
                ? Optional.of(ShortLab.of(opened.session().walk().lab(), first.get(), verification.backend()))
                : Optional.empty();
        if (json) {
            System.out.println(VerifyJson.of(name, verification, smallest));
        } else {
            System.out.println(Printable.line(name) + ": " + Printable.line(verification.sentence()));
            verification.stopped().ifPresent(d -> System.out.println("  it ends early: " + d.header()));
            first.map(Difference::render).ifPresent(d -> System.out.print(Printable.lines(d)));
            smallest.ifPresent(lab -> System.out.print(Printable.lines(lab)));
        }
    }
}
