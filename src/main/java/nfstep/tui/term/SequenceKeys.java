package nfstep.tui.term;

import com.googlecode.lanterna.input.CharacterPattern;
import com.googlecode.lanterna.input.DefaultKeyDecodingProfile;
import com.googlecode.lanterna.input.KeyStroke;
import com.googlecode.lanterna.input.KeyType;
import java.util.List;
import java.util.Optional;
import nfstep.tui.Key;
import nfstep.tui.Key.Kind;
import nfstep.tui.Key.Modifiers;
import nfstep.tui.Msg;

/** What a whole escape sequence means, by lanterna's table of the keys of many terminals. */
final class SequenceKeys {
    private static final List<CharacterPattern> PATTERNS = List.copyOf(new DefaultKeyDecodingProfile().getPatterns());

    private SequenceKeys() {}

    /** The key or mouse report; nothing if the sequence is an answer of the terminal or is unknown. */
    static Optional<Msg> of(String sequence) {
        if (sequence.startsWith("\033[<")) {
            return MouseReport.parse(sequence.substring(3));
        }
        return isCursorReport(sequence) ? Optional.empty() : key(plainCursorKeys(sequence));
    }

    private static Optional<Msg> key(String sequence) {
        List<Character> characters = sequence.chars().mapToObj(c -> (char) c).toList();
        Optional<Msg> found = Optional.empty();
        for (CharacterPattern pattern : PATTERNS) {
            CharacterPattern.Matching matching = pattern.match(characters);
            if (matching != null && matching.fullMatch != null) {
                found = key(matching.fullMatch);
            }
        }
        return found;
    }

    /** {@code ESC O A} is an arrow in application mode; the table takes it for one with Ctrl, for PuTTY. */
    private static String plainCursorKeys(String sequence) {
        boolean isArrow = sequence.matches("\033+O[A-D]");
        return isArrow ? sequence.replace('O', '[') : sequence;
    }

    /** {@code ESC [ row ; column R}; in the first row it cannot be told from F3, and is never asked for. */
    private static boolean isCursorReport(String sequence) {
        return sequence.endsWith("R") && !sequence.matches("\033+(O|\\[|\\[1;)\\d*R");
    }

    private static Optional<Msg> key(KeyStroke stroke) {
        Modifiers held = new Modifiers(stroke.isCtrlDown(), stroke.isAltDown(), stroke.isShiftDown());
        if (stroke.getKeyType() == KeyType.ReverseTab) {
            return Optional.of(Key.TAB.with(new Modifiers(held.ctrl(), held.alt(), true)));
        }
        return kind(stroke.getKeyType()).map(kind -> Key.of(kind).with(held));
    }

    private static Optional<Kind> kind(KeyType type) {
        return switch (type) {
            case ArrowUp -> Optional.of(Kind.UP);
            case ArrowDown -> Optional.of(Kind.DOWN);
            case ArrowLeft -> Optional.of(Kind.LEFT);
            case ArrowRight -> Optional.of(Kind.RIGHT);
            case Home -> Optional.of(Kind.HOME);
            case End -> Optional.of(Kind.END);
            case PageUp -> Optional.of(Kind.PAGE_UP);
            case PageDown -> Optional.of(Kind.PAGE_DOWN);
            case Insert -> Optional.of(Kind.INSERT);
            case Delete -> Optional.of(Kind.DELETE);
            case F1, F2, F3, F4, F5, F6, F7, F8, F9, F10, F11, F12 -> Optional.of(Kind.valueOf(type.name()));
            default -> Optional.empty();
        };
    }
}
