package nfstep.cli;

import java.util.Optional;
import java.util.Set;
import nfstep.lab.BuiltInLab;

/** Where the program starts: straight to the screen, or to the commands. */
public final class Main {
    private static final String FIRST_LAB = BuiltInLab.FIRST.label();

    /** The first words that are commands and not the names of files. */
    static final Set<String> COMMANDS = Set.of("run", "labs", "test", "verify", "fuzz", "themes", "completion", "help");

    private Main() {}

    /** Runs the program and ends it with one of the codes of {@link Exit}. */
    public static void main(String[] args) {
        int code = run(args);
        System.out.flush();
        System.err.flush();
        System.exit(code);
    }

    static int run(String[] args) {
        if (args.length == 0) {
            return ScreenStart.open(FIRST_LAB, Optional.empty());
        }
        boolean isName = args.length == 1 && !args[0].startsWith("-") && !COMMANDS.contains(args[0]);
        return isName ? ScreenStart.open(args[0], Optional.empty()) : CommandLineStart.execute(args);
    }
}
