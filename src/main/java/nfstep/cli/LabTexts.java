package nfstep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nfstep.lab.BuiltInLab;
import nfstep.source.Printable;
import nfstep.source.SourceText;

/** The texts of the built-in labs. */
final class LabTexts {
    private LabTexts() {}

    /** The text of the built-in lab of that name, if there is one. */
    static Optional<SourceText> named(String name) {
        return BuiltInLab.of(name).map(LabTexts::of);
    }

    /** The text of a built-in lab. */
    static SourceText of(BuiltInLab lab) {
        try (InputStream in = LabTexts.class.getResourceAsStream(lab.resource())) {
            if (in == null) {
                throw new IllegalStateException("no resource " + lab.resource());
            }
            return new SourceText(lab.label(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The labs that names stand for: a folder for the .lab files in it, in the order of their names. */
    static List<String> all(List<String> names) throws Failure {
        List<String> labs = new ArrayList<>();
        for (String name : names) {
            if (!Files.isDirectory(Path.of(name))) {
                labs.add(name);
                continue;
            }
            try (Stream<Path> files = Files.list(Path.of(name))) {
                files.map(Path::toString)
                        .filter(f -> f.endsWith(".lab"))
                        .sorted()
                        .forEach(labs::add);
            } catch (IOException e) {
                throw new Failure(Exit.IO, Printable.line(name) + ": cannot be read: " + Opener.reason(e));
            }
        }
        return labs;
    }
}
