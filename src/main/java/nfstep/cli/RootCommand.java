package nfstep.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import nfstep.tui.term.Look;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nfstep} itself: the screen. */
@Command(
        name = "nfstep",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            LabsCommand.class,
            TestCommand.class,
            VerifyCommand.class,
            FuzzCommand.class,
            ThemesCommand.class,
            CompletionCommand.class,
            HelpCommand.class
        },
        description = "The step debugger for Linux netfilter: opens a screen on a lab, a saved walk, or the text of"
                + " iptables-save. Without a file, on the built-in lab docker-reply.",
        footer = {
            "",
            "Example:",
            "  nfstep docker-publish",
            "",
            "Exit codes: 0 fine, 1 an expectation or comparison failed, 2 wrong usage, 3 bad input, 4 input/output"
        })
final class RootCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE", description = "a lab, a trace, saved rules, or a built-in lab")
    private String file = "docker-reply";

    @Option(names = "--theme", paramLabel = "NAME", description = "a theme's name or file; themes lists them")
    private @Nullable String theme;

    @Option(names = "--color", paramLabel = "DEPTH", description = "never, 16, 256 or true")
    private @Nullable String colour;

    @Override
    public Integer call() throws Failure {
        Look look = Looks.of(Optional.ofNullable(theme), Optional.ofNullable(colour), System.getenv());
        return ScreenStart.open(file, Optional.of(look));
    }
}
