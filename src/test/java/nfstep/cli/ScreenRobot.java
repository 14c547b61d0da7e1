package nfstep.cli;

import nfstep.debugger.Debugger;
import nfstep.debugger.LabSession;
import nfstep.debugger.Verifier;
import nfstep.tui.Screen;
import nfstep.tui.TuiRobot;
import nfstep.tui.Worker;

/** The whole program behind a screen in memory. */
final class ScreenRobot {
    private ScreenRobot() {}

    /** The screen on a lab, a trace or saved rules. */
    static TuiRobot open(String name, int width, int height) throws Failure {
        return new TuiRobot(screen(name), width, height);
    }

    /** The same with somebody who does its long work. */
    static TuiRobot open(String name, int width, int height, Worker worker) throws Failure {
        Screen screen = screen(name);
        screen.employ(worker);
        return new TuiRobot(screen, width, height);
    }

    /** The same with somebody who asks a kernel. */
    static TuiRobot open(String name, int width, int height, Verifier verifier) throws Failure {
        return new TuiRobot(screen(name, verifier), width, height);
    }

    private static Screen screen(String name) throws Failure {
        return screen(name, Verifier.NONE);
    }

    private static Screen screen(String name, Verifier verifier) throws Failure {
        Opened opened = Opener.open(name);
        LabSession lab = opened.lab() == null ? null : new Labs.Live(opened.lab());
        Debugger debugger = new Debugger(opened.session(), lab, new FileStore(), new Labs());
        Screen screen = new Screen(debugger.verifyingBy(verifier));
        screen.begin(opened.opening());
        return screen;
    }
}
