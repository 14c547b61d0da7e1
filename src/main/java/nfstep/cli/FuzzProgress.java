package nfstep.cli;

import nfstep.kernel.FuzzFigures;
import nfstep.tui.term.TerminalCheck;

/** Tells how far a run is: on a terminal on a row that is blanked again, else by a line now and then. */
final class FuzzProgress {
    private static final long BETWEEN = 100;

    private final long labs;
    private final boolean isTerminal = TerminalCheck.isErrorTerminal();
    private String shown = "";

    FuzzProgress(long labs) {
        this.labs = labs;
    }

    /** One more lab was compared. */
    void at(FuzzFigures figures) {
        if (isTerminal) {
            show("nfstep: lab " + figures.labs() + " of " + labs + ", " + figures.packets() + " packets, "
                    + figures.differ() + " differ; C-c ends");
        } else if (figures.labs() % BETWEEN == 0 && figures.labs() < labs) {
            System.err.println(figures.sentence());
        }
    }

    /** Leaves the row to what is printed next. */
    void blank() {
        if (!shown.isEmpty()) {
            show("");
            System.err.print("\r");
            System.err.flush();
        }
    }

    private void show(String text) {
        System.err.print("\r" + text + " ".repeat(Math.max(0, shown.length() - text.length())));
        System.err.flush();
        shown = text;
    }
}
