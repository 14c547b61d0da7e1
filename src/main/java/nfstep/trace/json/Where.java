package nfstep.trace.json;

import com.google.gson.stream.JsonReader;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line and a column of a trace file, from 1. */
record Where(int line, int column) {
    static final Where START = new Where(1, 1);

    /** How a JSON reader tells its place, in messages and of itself. */
    private static final Pattern PLACE = Pattern.compile(" at line (\\d{1,9}) column (\\d{1,9}) path (\\S*)");

    /** The place that a message of a JSON reader names. */
    static Optional<Where> of(String message) {
        Matcher place = PLACE.matcher(message);
        return place.find()
                ? Optional.of(new Where(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2))))
                : Optional.empty();
    }

    /** Where a JSON reader is. */
    static Where of(JsonReader reader) {
        return of(reader.toString()).orElse(START);
    }

    /** The message without its place and what stands behind it. */
    String problem(String message) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return message;
        }
        String words = message.substring(0, place.start());
        return String.valueOf(new Damaged(String.valueOf(place.group(3)), words).getMessage());
    }
}
