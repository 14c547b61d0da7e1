package nfstep.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import nfstep.event.CommandEvent;
import nfstep.lab.BuiltInLab;
import nfstep.source.Printable;
import nfstep.trace.Walk;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code nfstep test}: runs labs and checks what they expect. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description = "Runs labs and checks their expect lines; without a name, all built-in labs.",
        footer = {"", "Example:", "  nfstep test docker-reply goto"})
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "LAB", description = "a file, a folder of .lab files, or a built-in lab")
    private List<String> names = new ArrayList<>();

    @Override
    public Integer call() throws Failure {
        int failed = 0;
        List<String> labs = names.isEmpty() ? BuiltInLab.names() : LabTexts.all(names);
        for (String lab : labs) {
            failed += test(lab) ? 0 : 1;
        }
        System.out.println((labs.size() - failed) + " of " + labs.size() + " labs as expected");
        return failed == 0 ? Exit.FINE : Exit.FAILED;
    }

    private static boolean test(String name) throws Failure {
        Opened opened = Opener.open(name);
        boolean fine = opened.stopped().isEmpty() && opened.failures().isEmpty();
        long expected = expectations(opened.session().walk());
        System.out.println((fine ? "ok    " : "FAIL  ") + Printable.line(name) + ": " + expected + " expectations");
        opened.stopped()
                .forEach(d ->
                        System.out.println(d.render().stripTrailing().indent(6).stripTrailing()));
        opened.failures()
                .forEach(d ->
                        System.out.println(d.render().stripTrailing().indent(6).stripTrailing()));
        return fine;
    }

    private static long expectations(Walk walk) {
        long count = 0;
        for (int i = 0; i < walk.size(); i++) {
            count += walk.event(i) instanceof CommandEvent.Expected ? 1 : 0;
        }
        return count;
    }
}
