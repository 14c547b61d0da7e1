package nfstep.trace.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values; deep nesting, double names and numbers that are not whole are refused. */
final class JsonTree {
    /** How deep values may be nested in a file. */
    static final int DEPTH = 64;

    private final JsonReader in;

    JsonTree(JsonReader in) {
        this.in = in;
    }

    /** The next value; the reader itself refuses what is nested too deep. */
    Json next() throws IOException {
        JsonToken token = in.peek();
        return switch (token) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new Json.Text(in.nextString());
            case NUMBER -> number();
            case BOOLEAN -> new Json.Bool(in.nextBoolean());
            case NULL -> {
                in.nextNull();
                yield Json.NULL;
            }
            default -> throw new Damaged(in.getPath(), "a value is expected");
        };
    }

    private Json number() throws IOException {
        String path = in.getPath();
        String digits = in.nextString();
        try {
            return new Json.Whole(Long.parseLong(digits));
        } catch (NumberFormatException e) {
            throw new Damaged(path, "not a whole number of 64 bits: " + digits);
        }
    }

    private Json array() throws IOException {
        List<Json> values = new ArrayList<>();
        in.beginArray();
        while (in.hasNext()) {
            values.add(next());
        }
        in.endArray();
        return new Json.Array(values);
    }

    private Json object() throws IOException {
        Map<String, Json> values = new LinkedHashMap<>();
        in.beginObject();
        while (in.hasNext()) {
            String name = in.nextName();
            String path = in.getPath();
            if (values.put(name, next()) != null) {
                throw new Damaged(path, "the name is there twice");
            }
        }
        in.endObject();
        return new Json.Fields(values);
    }
}
