package nfstep.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nfstep completion}: a script by which a shell completes what is typed. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prints a script for bash and zsh that completes commands and options.",
        footer = {"", "Example:", "  nfstep completion > ~/.local/share/bash-completion/completions/nfstep"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        System.out.print(AutoComplete.bash("nfstep", spec.root().commandLine()));
        return Exit.FINE;
    }
}
