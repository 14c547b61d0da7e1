package nfstep.cli;

import java.io.IOException;
import java.util.Optional;
import nfstep.debugger.Debugger;
import nfstep.debugger.LabSession;
import nfstep.export.Detail;
import nfstep.export.TextReport;
import nfstep.kernel.KernelVerifier;
import nfstep.tui.Screen;
import nfstep.tui.term.Look;
import nfstep.tui.term.TerminalCheck;
import nfstep.tui.term.TerminalSession;

/** Opens the screen. This is the path to the first frame, so it loads nothing that it does not need. */
final class ScreenStart {
    private ScreenStart() {}

    /** Opens the screen on what the name leads to; without a terminal, prints the walk as text. */
    static int open(String name, Optional<Look> wanted) {
        try {
            Optional<String> problem = TerminalCheck.problem(TerminalCheck.isOutputTerminal(), System.getenv());
            if (problem.isPresent()) {
                return print(Opener.open(name), problem.get());
            }
            return show(Opener.begin(name), wanted);
        } catch (Failure e) {
            System.err.println(e.text());
            return e.code();
        } catch (IOException e) {
            System.err.println("nfstep: the terminal cannot be used: " + Opener.reason(e));
            return Exit.IO;
        }
    }

    private static int show(Opened opened, Optional<Look> wanted) throws Failure, IOException {
        LabSession lab = opened.lab() == null ? null : new Labs.Live(opened.lab());
        Debugger debugger = new Debugger(opened.session(), lab, new FileStore(), new Labs());
        Screen screen = new Screen(debugger.verifyingBy(new KernelVerifier()));
        screen.begin(opened.opening());
        return TerminalSession.run(screen, wanted.isPresent() ? wanted.get() : Looks.of(System.getenv()));
    }

    private static int print(Opened opened, String problem) {
        System.err.println("nfstep: " + problem + ", so here is the walk as text");
        try {
            Printing.print(out -> TextReport.of(opened.session().walk(), Detail.PLAIN, out::println));
        } catch (IOException e) {
            System.err.println("nfstep: cannot write: " + Opener.reason(e));
            return Exit.IO;
        }
        opened.opening().remarks().forEach(d -> System.err.println(d.render()));
        return opened.exit();
    }
}
