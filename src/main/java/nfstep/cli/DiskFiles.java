package nfstep.cli;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import nfstep.lab.command.LabFiles;
import nfstep.source.Outcome;

/** The files that a lab reads, such as saved rules: read only, never written. */
final class DiskFiles implements LabFiles {
    @Override
    public Outcome<String> read(String name) {
        try {
            return Outcome.done(Files.readString(Path.of(name)));
        } catch (NoSuchFileException e) {
            return Outcome.refused("no such file: " + name);
        } catch (MalformedInputException e) {
            return Outcome.refused("not UTF-8 text: " + name);
        } catch (InvalidPathException e) {
            return Outcome.refused("not the name of a file: " + name);
        } catch (IOException e) {
            return Outcome.refused("cannot read " + name + ": " + Opener.reason(e));
        }
    }
}
