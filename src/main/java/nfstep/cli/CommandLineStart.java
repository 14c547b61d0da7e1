package nfstep.cli;

import picocli.CommandLine;

/** Hands the arguments to the commands. */
final class CommandLineStart {
    private CommandLineStart() {}

    static int execute(String[] args) {
        CommandLine commands = new CommandLine(new RootCommand());
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((exception, line, result) -> {
            if (exception instanceof Failure failure) {
                line.getErr().println(failure.text());
                return failure.code();
            }
            throw exception;
        });
        return commands.execute(args);
    }
}
