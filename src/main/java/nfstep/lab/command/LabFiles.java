package nfstep.lab.command;

import nfstep.source.Outcome;

/** The files that a lab names: a port, since labs touch no file themselves. */
@FunctionalInterface
public interface LabFiles {
    /** No file can be read. */
    LabFiles NONE = name -> Outcome.refused("files cannot be read here: " + name);

    /** The text of the file of that name, or why it cannot be read. */
    Outcome<String> read(String name);
}
