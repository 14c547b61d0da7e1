package nfstep.parse.ip;

import java.util.List;

/**
 * A word that a command of {@code ip} knows.
 *
 * @param name what it means, however it is written
 * @param spellings that are read; the first is printed
 * @param shortened whether the start of a spelling is enough: iproute2, {@code matches}
 */
record Keyword(String name, List<String> spellings, Kind kind, boolean shortened) {
    /** What comes after it. */
    enum Kind {
        /** Nothing. */
        FLAG,
        /** A value. */
        VALUE,
        /** {@code ip} knows it, nfstep does not model what it does. */
        UNMODELLED
    }

    static Keyword flag(String word) {
        return new Keyword(word, List.of(word), Kind.FLAG, false);
    }

    /** A word before a value. */
    static Keyword value(String... spellings) {
        return new Keyword(spellings[0], List.of(spellings), Kind.VALUE, false);
    }

    /** A word before a value, of which the start is enough. */
    static Keyword shortValue(String... spellings) {
        return new Keyword(spellings[0], List.of(spellings), Kind.VALUE, true);
    }

    /** A word that cannot be honoured. */
    static Keyword unmodelled(String word) {
        return new Keyword(word, List.of(word), Kind.UNMODELLED, false);
    }

    boolean reads(String text) {
        for (String spelling : spellings) {
            if (spelling.equals(text) || (shortened && !text.isEmpty() && spelling.startsWith(text))) {
                return true;
            }
        }
        return false;
    }
}
