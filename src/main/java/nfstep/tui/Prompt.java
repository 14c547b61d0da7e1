package nfstep.tui;

import java.util.List;

/**
 * The command line while something is typed.
 *
 * @param kind what is typed
 * @param cursor before which character the next one goes
 * @param history earlier lines, the newest last
 * @param recalled which of them is shown; the size of the history for the new line
 */
public record Prompt(Kind kind, String text, int cursor, List<String> history, int recalled) {
    /** What is typed. */
    public enum Kind {
        COMMAND(':'),
        SEARCH('/');

        private final char sign;

        Kind(char sign) {
            this.sign = sign;
        }

        /** What stands before it, which is also the key for it. */
        public char sign() {
            return sign;
        }
    }

    public Prompt {
        history = List.copyOf(history);
        if (cursor < 0 || cursor > text.length()) {
            throw new IllegalArgumentException("cursor " + cursor + " in '" + text + "'");
        }
    }

    /** An empty line. */
    public static Prompt open(Kind kind, List<String> history) {
        return new Prompt(kind, "", 0, history, history.size());
    }

    /** With some text put in at the cursor. */
    public Prompt insert(String more) {
        String put = more.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ');
        return at(text.substring(0, cursor) + put + text.substring(cursor), cursor + put.length());
    }

    /** Without the character before the cursor. */
    public Prompt backspace() {
        return cursor == 0 ? this : at(text.substring(0, cursor - 1) + text.substring(cursor), cursor - 1);
    }

    /** Without the character at the cursor. */
    public Prompt delete() {
        return cursor == text.length() ? this : at(text.substring(0, cursor) + text.substring(cursor + 1), cursor);
    }

    /** Without anything before the cursor. */
    public Prompt killToStart() {
        return at(text.substring(cursor), 0);
    }

    /** Without anything behind the cursor. */
    public Prompt killToEnd() {
        return at(text.substring(0, cursor), cursor);
    }

    /** With the cursor moved. */
    public Prompt move(int by) {
        return at(text, Math.max(0, Math.min(text.length(), cursor + by)));
    }

    /** With an earlier line, or a later one. */
    public Prompt recall(int by) {
        int wanted = Math.max(0, Math.min(history.size(), recalled + by));
        String line = wanted == history.size() ? "" : history.get(wanted);
        return new Prompt(kind, line, line.length(), history, wanted);
    }

    private Prompt at(String other, int place) {
        return new Prompt(kind, other, place, history, recalled);
    }
}
