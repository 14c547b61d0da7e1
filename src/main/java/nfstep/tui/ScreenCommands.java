package nfstep.tui;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nfstep.debugger.Commands;
import nfstep.rules.Backend;
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
                    "verify",
                    List.of(),
                    "verify [legacy|nft]",
                    "asks this machine's kernel if it does the same; marks steps; as root",
                    Screen::verify),
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
        int blank = line.indexOf(' ');
        if (blank >= 0) {
            String word = line.substring(blank + 1);
            return arguments(line.substring(0, blank)).stream()
                    .filter(name -> name.startsWith(word))
                    .toList();
        }
        return ALL.stream()
                .map(ScreenCommand::name)
                .filter(name -> name.startsWith(line))
                .toList();
    }

    private static List<String> arguments(String command) {
        return switch (command) {
            case "theme" -> Themes.NAMES;
            case "verify" -> Stream.of(Backend.values()).map(Backend::word).toList();
            default -> List.of();
        };
    }
}
