package nfstep.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nfstep.lab.BuiltInLab;
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
}
