package nfstep.tui.term;

import java.util.Optional;
import nfstep.tui.Columns;
import nfstep.tui.Key;

/** The keys that a terminal sends as one character. */
final class PlainKeys {
    private static final int DELETE = 0x7f;
    private static final char UNREADABLE = '\ufffd';
    /** What the control characters from 28 on are called. */
    private static final String LAST_CONTROLS = "\\]^_";

    private PlainKeys() {}

    static Optional<Key> of(char c) {
        return switch (c) {
            case '\r', '\n' -> Optional.of(Key.ENTER);
            case '\t' -> Optional.of(Key.TAB);
            case '\b', DELETE -> Optional.of(Key.BACKSPACE);
            case UNREADABLE -> Optional.empty();
            default -> c < ' ' ? Optional.of(control(c)) : text(c);
        };
    }

    private static Key control(char c) {
        if (c == 0) {
            return Key.ctrl(' ');
        }
        return Key.ctrl(c <= 26 ? (char) ('a' - 1 + c) : LAST_CONTROLS.charAt(c - 28));
    }

    private static Optional<Key> text(char c) {
        return Columns.of(c) == 0 ? Optional.empty() : Optional.of(Key.of(c));
    }
}
