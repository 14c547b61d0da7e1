package nfstep.lab.command;

import nfstep.source.Parsed;

/**
 * A command of the lab language, as help, completion and the README show it.
 *
 * @param usage its forms, such as {@code sleep SECONDS}
 * @param help what it does, in one sentence
 * @param example a line that works
 */
public record LabCommand(String name, String usage, String help, String example, Extras extras, Reader reader) {
    /** Reads the words of a command; what is wrong with them is a {@link Problem}. */
    @FunctionalInterface
    interface Reader {
        /** What the words ask for. */
        Action read(CommandLine line);
    }

    /**
     * What a command takes beside its words.
     *
     * @param document whether it reads a here-document
     * @param background whether it may run beside the commands that follow
     * @param variable the name that may be assigned before it, empty for none
     */
    public record Extras(boolean document, boolean background, String variable) {
        /** Words alone. */
        static final Extras NONE = new Extras(false, false, "");

        /** A here-document too. */
        static final Extras DOCUMENT = new Extras(true, false, "");

        /** An {@code &} behind it too. */
        static final Extras BACKGROUND = new Extras(false, true, "");
    }

    /** A command that takes nothing but its words. */
    LabCommand(String name, String usage, String help, String example, Reader reader) {
        this(name, usage, help, example, Extras.NONE, reader);
    }

    /** Whether other commands run in its place. */
    public boolean isLowered() {
        return name.startsWith("docker") && !name.equals(ServerCommands.PROXY);
    }

    /** What the words ask for, or what is wrong with them. */
    public Parsed<Action> read(CommandLine line) {
        try {
            ExtrasCheck.check(this, line);
            return Parsed.of(reader.read(line));
        } catch (Problem problem) {
            return Parsed.failed(problem.diagnostic());
        }
    }
}
