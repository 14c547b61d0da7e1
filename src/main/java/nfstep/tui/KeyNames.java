package nfstep.tui;

import java.util.Arrays;
import java.util.Optional;
import nfstep.tui.Key.Kind;
import nfstep.tui.Key.Modifiers;

/** Reads and prints the names of keys. */
final class KeyNames {
    private static final String SPACE = "Space";

    private KeyNames() {}

    static Optional<Key> parse(String name) {
        String rest = name;
        boolean ctrl = false;
        boolean alt = false;
        boolean shift = false;
        while (rest.length() > 2 && rest.charAt(1) == '-' && "CMS".indexOf(rest.charAt(0)) >= 0) {
            ctrl |= rest.charAt(0) == 'C';
            alt |= rest.charAt(0) == 'M';
            shift |= rest.charAt(0) == 'S';
            rest = rest.substring(2);
        }
        Modifiers modifiers = new Modifiers(ctrl, alt, shift);
        return plain(rest).map(key -> key.with(modifiers)).filter(KeyNames::isPossible);
    }

    static String print(Key key) {
        Modifiers held = key.modifiers();
        return (held.ctrl() ? "C-" : "") + (held.alt() ? "M-" : "") + (held.shift() ? "S-" : "") + label(key);
    }

    private static Optional<Key> plain(String label) {
        if (label.length() == 1 && Columns.of(label.charAt(0)) > 0 && label.charAt(0) != ' ') {
            return Optional.of(Key.of(label.charAt(0)));
        }
        if (label.equals(SPACE)) {
            return Optional.of(Key.of(' '));
        }
        return Arrays.stream(Kind.values())
                .filter(kind -> kind != Kind.CHARACTER && kind.label().equals(label))
                .findFirst()
                .map(Key::of);
    }

    private static boolean isPossible(Key key) {
        return key.kind() != Kind.CHARACTER || !key.modifiers().shift();
    }

    private static String label(Key key) {
        if (key.kind() != Kind.CHARACTER) {
            return key.kind().label();
        }
        return key.character() == ' ' ? SPACE : String.valueOf(key.character());
    }
}
