package nfstep.trace.json;

import java.util.List;
import java.util.Map;

/** A value of a trace file; numbers are whole. */
sealed interface Json {
    /** Nothing, where something was before. */
    Json NULL = new Null();

    /** A string. */
    record Text(String value) implements Json {}

    /** A whole number. */
    record Whole(long value) implements Json {}

    /** True or false. */
    record Bool(boolean value) implements Json {}

    /** {@code null}. */
    record Null() implements Json {}

    /** A list. */
    record Array(List<Json> values) implements Json {
        static Array of(Json... values) {
            return new Array(List.of(values));
        }
    }

    /** Fields in their order. */
    record Fields(Map<String, Json> values) implements Json {}
}
