package nfstep.debugger;

import java.util.List;

/**
 * One command of the debugger's command line, as help, completion and the README show it.
 *
 * @param aliases short names that are fixed, whatever other commands begin with them
 * @param usage such as {@code break TABLE/CHAIN[:RULE]}
 * @param example a line that works
 */
public record Command(String name, List<String> aliases, String usage, String help, String example, Handler handler) {
    /** What carries a command out. */
    @FunctionalInterface
    public interface Handler {
        /** Carries it out; the argument is everything behind the name, without blanks at its ends. */
        Reply carryOut(DebuggerService service, String argument);
    }

    public Command {
        aliases = List.copyOf(aliases);
    }
}
