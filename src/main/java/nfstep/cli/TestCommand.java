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
        versionProvider = Version.class,
        description = "Runs labs and checks their expect lines; without a name, all built-in labs.",
        footer = {"", "Example:", "  nfstep test docker-reply goto"})
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "LAB", description = "a file, a folder of .lab files, or a built-in lab")
    private List<String> names = new ArrayList<>();

    @Override
    public Integer call() throws Failure {
        int failed = 0;
        int code = Exit.FINE;
        List<String> labs = names.isEmpty() ? BuiltInLab.names() : LabTexts.all(names);
        for (String lab : labs) {
            int one = test(lab);
            failed += one == Exit.FINE ? 0 : 1;
            code = Math.max(code, one);
        }
        System.out.println((labs.size() - failed) + " of " + labs.size() + " labs as expected");
        return code;
    }

    /** The exit code of one lab; a wrong one does not keep the others from being tested. */
    private static int test(String name) throws Failure {
        try {
            Opened opened = Opener.open(name);
            long count = expectations(opened.session().walk());
            String mark = opened.exit() == Exit.FINE ? "ok    " : "FAIL  ";
            System.out.println(mark + Printable.line(name) + ": " + count + " expectations");
            opened.opening().remarks().forEach(remark -> detail(remark.render()));
            return opened.exit();
        } catch (Failure wrong) {
            if (wrong.code() != Exit.INPUT) {
                throw wrong;
            }
            System.out.println("FAIL  " + Printable.line(name) + ": cannot be read");
            detail(wrong.text());
            return Exit.INPUT;
        }
    }

    private static void detail(String text) {
        System.out.print(text.stripTrailing().indent(6));
    }

    private static long expectations(Walk walk) {
        long count = 0;
        for (int i = 0; i < walk.size(); i++) {
            count += walk.event(i) instanceof CommandEvent.Expected ? 1 : 0;
        }
        return count;
    }
}
