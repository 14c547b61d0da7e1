package nfstep.tui;

import java.util.List;

/**
 * A command of the command line that concerns the screen alone.
 *
 * @param aliases short names that are fixed, whatever other commands begin with them
 * @param usage such as {@code theme NAME}
 * @param help what it does, in one sentence
 */
public record ScreenCommand(String name, List<String> aliases, String usage, String help, Act act) {
    /** What happens. */
    @FunctionalInterface
    public interface Act {
        /** Does it; the argument is everything behind the name, without blanks at its ends. */
        void on(Screen screen, String argument);
    }

    public ScreenCommand {
        aliases = List.copyOf(aliases);
    }
}
