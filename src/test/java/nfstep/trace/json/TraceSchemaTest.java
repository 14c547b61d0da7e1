package nfstep.trace.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nfstep.trace.Samples;
import nfstep.trace.TraceDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceSchemaTest {
    private static final TraceSchema SCHEMA = new TraceSchema();

    @Test
    void the_schema_is_a_schema() {
        var meta = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"));
        assertThat(meta.validate(TraceSchema.text(), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void every_kind_of_event_follows_the_schema(long seed) throws IOException {
        assertThat(SCHEMA.complaints(write(TraceDocument.of(RandomWalk.of(seed, 150)))))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} becomes {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":1 | \"version\":2",
                "\"e\":\"sent\" | \"e\":\"send\"",
                "\"rule\":3 | \"rule\":\"3\"",
                "\"rule\":3 | \"rule\":3,\"colour\":1",
                "\"policy\":\"DROP\" | \"policy\":\"drop\"",
                "\"at\":[\"host\",1] | \"at\":[\"host\"]",
                "\"from\":1,\"failing\":\"be\" | \"from\":1",
                "\"session\" | \"sessions\""
            })
    void what_the_program_would_refuse_the_schema_refuses(String from, String to) throws IOException {
        String text = write(TraceDocument.of(Samples.answered()));
        assertThat(SCHEMA.complaints(text)).isEmpty();
        assertThat(SCHEMA.complaints(text.replace(from, to))).isNotEmpty();
    }

    private static String write(TraceDocument trace) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new TraceJson(new SampleTexts()).write(trace, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
