package nfstep.trace.json;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The published schema of trace files, asked by a validator that nfstep did not write. */
public final class TraceSchema {
    private static final String NAME = "/nfstep/trace.schema.json";

    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text());

    /** What the schema says against a text. */
    public List<String> complaints(String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(message -> message.getInstanceLocation() + ": " + message.getMessage())
                .toList();
    }

    /** The text of the schema. */
    public static String text() {
        try (InputStream in = TraceSchema.class.getResourceAsStream(NAME)) {
            if (in == null) {
                throw new AssertionError("no resource " + NAME);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
