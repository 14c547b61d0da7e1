package nfstep.cli;

import nfstep.debugger.Debugger;
import nfstep.debugger.LabSession;
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

    private static Screen screen(String name) throws Failure {
        Opened opened = Opener.open(name);
        LabSession lab = opened.lab() == null ? null : new Labs.Live(opened.lab());
        Screen screen = new Screen(new Debugger(opened.session(), lab, new FileStore(), new Labs()));
        screen.begin(opened.opening());
        return screen;
    }
}
