package nfstep.trace.json;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import nfstep.source.Printable;

/** Prints values, each in one line, with nothing in it that a terminal would take for a command. */
final class JsonText {
    private JsonText() {}

    static String of(Json json) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonWriter writer = new JsonWriter(text)) {
            write(json, writer);
        }
        return text.toString();
    }

    private static void write(Json json, JsonWriter out) throws IOException {
        if (json instanceof Json.Fields fields) {
            object(fields, out);
        } else if (json instanceof Json.Array array) {
            out.beginArray();
            for (Json value : array.values()) {
                write(value, out);
            }
            out.endArray();
        } else if (json instanceof Json.Text text) {
            out.jsonValue(quoted(text.value()));
        } else if (json instanceof Json.Whole number) {
            out.value(number.value());
        } else if (json instanceof Json.Bool bool) {
            out.value(bool.value());
        } else {
            out.nullValue();
        }
    }

    private static void object(Json.Fields fields, JsonWriter out) throws IOException {
        out.beginObject();
        for (Map.Entry<String, Json> field : fields.values().entrySet()) {
            out.name(field.getKey());
            write(field.getValue(), out);
        }
        out.endObject();
    }

    /** A string as JSON has it, RFC 8259 section 7; what is not surely a glyph is escaped. */
    static String quoted(String text) {
        StringBuilder out = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0, point; i < text.length(); i += Character.charCount(point)) {
            point = text.codePointAt(i);
            if (point == '"' || point == '\\') {
                out.append('\\').append((char) point);
            } else if (point == '\n') {
                out.append("\\n");
            } else if (Printable.isSafe(point)) {
                out.appendCodePoint(point);
            } else {
                escape(text, i, Character.charCount(point), out);
            }
        }
        return out.append('"').toString();
    }

    private static void escape(String text, int from, int count, StringBuilder out) {
        for (int i = from; i < from + count; i++) {
            out.append(String.format("\\u%04x", (int) text.charAt(i)));
        }
    }
}
