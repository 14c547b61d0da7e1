package nfstep.debugger;

import java.util.Optional;
import nfstep.source.Diagnostic;

/**
 * What the debugger says to a command.
 *
 * @param text one or more lines; empty if there is nothing to say
 * @param problem what was wrong with the command, if it was not carried out
 * @param proposal a command to go on with, which the user may change; empty for none
 */
public record Reply(String text, boolean done, Optional<Diagnostic> problem, String proposal) {
    /** Carried out; nothing to say. */
    public static final Reply DONE = said("");

    /** Carried out. */
    public static Reply said(String text) {
        return new Reply(text, true, Optional.empty(), "");
    }

    /** Not carried out, and why. */
    public static Reply refused(String why) {
        return new Reply(why, false, Optional.empty(), "");
    }

    /** Not carried out, and where the command is wrong. */
    public static Reply refused(Diagnostic problem) {
        return new Reply(problem.header(), false, Optional.of(problem), "");
    }

    /** This reply with a command to go on with. */
    public Reply proposing(String command) {
        return new Reply(text, done, problem, command);
    }
}
