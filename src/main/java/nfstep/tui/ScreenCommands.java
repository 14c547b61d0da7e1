package nfstep.tui;

import java.util.List;
import java.util.Optional;
import nfstep.debugger.Commands;
import nfstep.tui.theme.Themes;

/** The commands that concern the screen alone; help and the README list them behind those of the debugger. */
public final class ScreenCommands {
    /** All of them, in the order in which help lists them. */
    public static final List<ScreenCommand> ALL = List.of(
            new ScreenCommand(
                    "quit",
                    List.of("q"),
                    "quit",
                    "leaves; refuses if the walk is not saved",
                    (s, argument) -> s.quit()),
            new ScreenCommand(
                    "quit!",
                    List.of("q!"),
                    "quit!",
                    "leaves, even if the walk is not saved",
                    (s, argument) -> s.leave()),
            new ScreenCommand(
                    "theme",
                    List.of(),
                    "theme NAME",
                    "other colours: " + String.join(", ", Themes.NAMES),
                    Screen::theme),
            new ScreenCommand("help", List.of("h"), "help", "all keys and commands", (s, argument) -> s.toggleHelp()));

    private ScreenCommands() {}

    /** The command of that name or alias, or the only one that begins so while none of the debugger does. */
    static Optional<ScreenCommand> named(String word) {
        Optional<ScreenCommand> exact = ALL.stream()
                .filter(c -> c.name().equals(word) || c.aliases().contains(word))
                .findFirst();
        if (exact.isPresent() || Commands.named(word).isPresent()) {
            return exact;
        }
        List<ScreenCommand> begun =
                ALL.stream().filter(c -> c.name().startsWith(word)).toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    /** What the last word of a line may become: names of these commands, and of themes. */
    static List<String> completions(String line) {
        String theme = "theme ";
        if (line.startsWith(theme)) {
            return Themes.NAMES.stream()
                    .filter(name -> name.startsWith(line.substring(theme.length())))
                    .toList();
        }
        return ALL.stream()
                .map(ScreenCommand::name)
                .filter(name -> name.startsWith(line))
                .toList();
    }
}
