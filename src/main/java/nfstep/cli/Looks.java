package nfstep.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import nfstep.source.Printable;
import nfstep.tui.term.Look;
import nfstep.tui.theme.ColourDepth;
import nfstep.tui.theme.Theme;
import nfstep.tui.theme.Themes;

/** How the screen looks: by options, by the variable {@code NFSTEP_THEME}, by what the terminal is. */
final class Looks {
    private static final String VARIABLE = "NFSTEP_THEME";

    private Looks() {}

    /** The look without options. */
    static Look of(Map<String, String> environment) throws Failure {
        return of(Optional.empty(), Optional.empty(), environment);
    }

    /**
     * The look with options.
     *
     * @param theme the name of one, or of a file
     * @param colour the number of colours, as {@link ColourDepth#ofOption} reads it
     */
    static Look of(Optional<String> theme, Optional<String> colour, Map<String, String> environment) throws Failure {
        Optional<ColourDepth> depth = Optional.empty();
        if (colour.isPresent()) {
            depth = ColourDepth.ofOption(colour.get());
            if (depth.isEmpty()) {
                throw new Failure(
                        Exit.USAGE, "--color takes never, 16, 256 or true, not " + Printable.line(colour.get()));
            }
        }
        Look look = Look.of(depth, environment);
        Optional<String> name =
                theme.or(() -> Optional.ofNullable(environment.get(VARIABLE)).filter(it -> !it.isEmpty()));
        return name.isPresent() ? look.with(named(name.get())) : look;
    }

    private static Theme named(String name) throws Failure {
        Optional<Theme> shipped = Themes.named(name);
        if (shipped.isPresent()) {
            return shipped.get();
        }
        if (!isFile(name)) {
            throw new Failure(
                    Exit.IO,
                    Printable.line(name) + ": no such theme or file; themes are " + String.join(", ", Themes.NAMES));
        }
        return ThemesCommand.read(name);
    }

    private static boolean isFile(String name) {
        try {
            return Files.isReadable(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }
}
