package nfstep.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.tui.theme.Theme;
import nfstep.tui.theme.Themes;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code nfstep themes}: lists themes, checks a file. */
@Command(
        name = "themes",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Lists the themes that ship with nfstep, or checks the file of another.",
        footer = {"", "Example:", "  nfstep themes"})
final class ThemesCommand implements Callable<Integer> {
    @Option(names = "--check", paramLabel = "FILE", description = "says what is wrong with a theme file")
    private @Nullable String file;

    @Override
    public Integer call() throws Failure {
        if (file == null) {
            Themes.NAMES.forEach(System.out::println);
        } else {
            read(file);
            System.out.println(file + ": fine");
        }
        return Exit.FINE;
    }

    /** The theme in a file; warnings go to standard error. */
    static Theme read(String name) throws Failure {
        try {
            Parsed<Theme> theme = Themes.parse(new SourceText(name, Files.readString(Path.of(name))));
            if (!theme.ok()) {
                throw new Failure(Exit.INPUT, theme.render().stripTrailing());
            }
            theme.diagnostics().forEach(d -> System.err.println(d.header()));
            return theme.orElseThrow();
        } catch (IOException e) {
            throw new Failure(Exit.IO, name + ": cannot be read: " + Opener.reason(e));
        }
    }
}
