package nfstep.debugger;

import java.util.List;
import nfstep.rules.Backend;
import nfstep.source.Outcome;
import nfstep.trace.Check;
import nfstep.trace.Move;
import nfstep.trace.Progress;
import nfstep.trace.Walk;
import nfstep.trace.Way;

/** Everything that a face of the debugger may ask for; screen, command line and tests speak to this alone. */
public interface DebuggerService {
    /** What there is to show; immutable, so it stays what it was when the next command comes. */
    Session session();

    /** Whether a part of the lab is still to run. */
    boolean goesOn();

    /** Runs that part; the walk grows, the cursor stays. Says what was wrong; interrupted, the walk stays as it was. */
    Reply finish(Progress progress);

    /** Moves the cursor; says so where there is nothing more in that way. */
    Reply move(Move move, Way way);

    /** Goes on to the next breakpoint; where none is set, to the next verdict on a packet. */
    Reply resume(Way way);

    /** Goes to a step by its number, from 1. */
    Reply goTo(long step);

    /** Goes to the next step in that way whose line in a list of steps has that text. */
    Reply search(String text, Way way, Progress progress);

    /** Sets a breakpoint, or removes it if it is set. */
    Reply toggle(Breakpoint breakpoint);

    /** Lets the breakpoint of that number stop walks, or not; says so if there is none. */
    Reply enable(int number, boolean enabled);

    /**
     * Carries out a line of the command language: a command of {@link Commands}, or a command of the lab language. Work
     * that is interrupted leaves nothing behind.
     */
    Reply execute(String line, Progress progress);

    /** Writes the walk to a file; {@code replace} allows to write over another. */
    Reply save(String name, boolean replace);

    /** Opens another walk in the place of this one; {@code discard} allows to lose what is not saved of this one. */
    Reply open(String name, boolean discard);

    /**
     * Asks the kernel whether it does the same as a walk. Nothing of the session is touched, so that it may be moved
     * meanwhile by another thread.
     *
     * @throws Progress.Interrupted if it is to end before
     */
    Outcome<Check> verify(Walk walk, Backend backend, Progress progress);

    /** Keeps what came out of a check of this walk, marks its steps, and goes to the first difference. */
    Reply checked(Check check);

    /** What the last word of a line of the command language may become, in order. */
    List<String> completions(String line);
}
