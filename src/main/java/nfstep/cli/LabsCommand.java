package nfstep.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import nfstep.lab.BuiltInLab;
import nfstep.lab.Lab;
import nfstep.source.Printable;
import nfstep.source.SourceText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nfstep labs}: the built-in labs, and their texts. */
@Command(
        name = "labs",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the built-in labs; with a name, prints that lab.",
        footer = {"", "Example:", "  nfstep labs docker-reply --expand"})
final class LabsCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "NAME", description = "a built-in lab or a file")
    private @Nullable String name;

    @Option(names = "--expand", description = "docker commands as the ip and iptables commands that they stand for")
    private boolean expand;

    @Override
    public Integer call() throws Failure {
        if (name == null) {
            list();
        } else if (expand) {
            Opened opened = Opener.open(name);
            if (opened.lab() == null) {
                throw new Failure(Exit.INPUT, Printable.line(name) + ": is no lab");
            }
            opened.lab().expanded().forEach(l -> System.out.println(Printable.lines(l)));
        } else {
            print(name);
        }
        return Exit.FINE;
    }

    private static void list() {
        for (String lab : BuiltInLab.names()) {
            Optional<SourceText> text = LabTexts.named(lab);
            System.out.printf("%-22s %s%n", lab, text.flatMap(Lab::title).orElse(""));
        }
    }

    private static void print(String lab) throws Failure {
        Optional<SourceText> text = LabTexts.named(lab);
        if (text.isEmpty()) {
            throw new Failure(
                    Exit.IO,
                    Printable.line(lab) + ": no such built-in lab; they are " + String.join(", ", BuiltInLab.names()));
        }
        System.out.print(text.get().text());
    }
}
