package nfstep.tui;

import java.util.Optional;

/** A key as a terminal can tell it from others; {@code character} is {@code 0} unless the kind is {@link Kind#CHARACTER}. */
public record Key(Kind kind, char character, Modifiers modifiers) implements Msg {
    public static final Key ENTER = of(Kind.ENTER);
    public static final Key TAB = of(Kind.TAB);
    public static final Key BACKSPACE = of(Kind.BACKSPACE);
    public static final Key ESC = of(Kind.ESC);

    public Key {
        if ((kind == Kind.CHARACTER) != (character != 0)) {
            throw new IllegalArgumentException("%s with character U+%04X".formatted(kind, (int) character));
        }
    }

    /** A key that stands for a character; a capital letter is the letter itself, without the shift modifier. */
    public static Key of(char character) {
        return new Key(Kind.CHARACTER, character, Modifiers.NONE);
    }

    /** A named key. */
    public static Key of(Kind kind) {
        return new Key(kind, '\0', Modifiers.NONE);
    }

    /** A character with the control key. */
    public static Key ctrl(char character) {
        return new Key(Kind.CHARACTER, character, new Modifiers(true, false, false));
    }

    /** This key with other modifiers. */
    public Key with(Modifiers other) {
        return new Key(kind, character, other);
    }

    /** Whether the key enters a character into a line of text. */
    public boolean isText() {
        return kind == Kind.CHARACTER && !modifiers.ctrl() && !modifiers.alt();
    }

    /** Whether alt was held down. */
    public boolean isAlt() {
        return modifiers.alt();
    }

    /** The same key without alt. */
    public Key withoutAlt() {
        return with(new Modifiers(modifiers.ctrl(), false, modifiers.shift()));
    }

    /** The key with a name such as {@code s}, {@code S}, {@code C-l}, {@code M-x}, {@code S-Tab}, {@code F3}, {@code PgDn}. */
    public static Optional<Key> parse(String name) {
        return KeyNames.parse(name);
    }

    /** The key with a name that is known to be right. */
    public static Key named(String name) {
        return parse(name).orElseThrow(() -> new IllegalArgumentException("no key is called '" + name + "'"));
    }

    /** The name that {@link #parse} reads. */
    public String name() {
        return KeyNames.print(this);
    }

    @Override
    public String toString() {
        return name();
    }

    /** The kinds of keys; those after {@link #CHARACTER} have a name. */
    public enum Kind {
        CHARACTER(""),
        ENTER("Enter"),
        TAB("Tab"),
        BACKSPACE("Backspace"),
        ESC("Esc"),
        UP("Up"),
        DOWN("Down"),
        LEFT("Left"),
        RIGHT("Right"),
        HOME("Home"),
        END("End"),
        PAGE_UP("PgUp"),
        PAGE_DOWN("PgDn"),
        INSERT("Ins"),
        DELETE("Del"),
        F1("F1"),
        F2("F2"),
        F3("F3"),
        F4("F4"),
        F5("F5"),
        F6("F6"),
        F7("F7"),
        F8("F8"),
        F9("F9"),
        F10("F10"),
        F11("F11"),
        F12("F12");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** The name on the key. */
        public String label() {
            return label;
        }
    }

    /** The keys held down with another; a terminal reports shift only with named keys. */
    public record Modifiers(boolean ctrl, boolean alt, boolean shift) {
        /** None of them. */
        public static final Modifiers NONE = new Modifiers(false, false, false);
    }
}
