package nfstep.trace.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object that is written, field by field. */
final class Out {
    private final Map<String, Json> values = new LinkedHashMap<>();

    Out put(String name, Json value) {
        values.put(name, value);
        return this;
    }

    <T> Out put(String name, Codec<T> codec, T value) {
        return put(name, codec.write(value));
    }

    Out text(String name, String value) {
        return put(name, new Json.Text(value));
    }

    Out number(String name, long value) {
        return put(name, new Json.Whole(value));
    }

    /** A number that is left out when it is 0. */
    Out numberOr0(String name, long value) {
        return value == 0 ? this : number(name, value);
    }

    /** A flag that is left out when it is not set. */
    Out flag(String name, boolean value) {
        return value ? put(name, new Json.Bool(true)) : this;
    }

    Out word(String name, Enum<?> value) {
        return text(name, value.name());
    }

    /** A field that is left out when there is no value. */
    <T> Out optional(String name, Codec<T> codec, Optional<T> value) {
        return value.map(it -> put(name, codec, it)).orElse(this);
    }

    /** A list that is left out when it is empty. */
    <T> Out list(String name, Codec<T> codec, List<T> list) {
        return list.isEmpty()
                ? this
                : put(name, new Json.Array(list.stream().map(codec::write).toList()));
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    Json json() {
        return new Json.Fields(values);
    }
}
