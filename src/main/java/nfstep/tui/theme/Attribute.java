package nfstep.tui.theme;

import java.util.Locale;
import java.util.Optional;

/** A way to show text other than by colour. */
public enum Attribute {
    BOLD(1),
    DIM(2),
    ITALIC(3),
    UNDERLINE(4),
    REVERSE(7);

    private final int sgr;

    Attribute(int sgr) {
        this.sgr = sgr;
    }

    /** The parameter of an SGR sequence that sets it. */
    public int sgr() {
        return sgr;
    }

    /** The attribute with a name from a theme file. */
    public static Optional<Attribute> ofKey(String key) {
        for (Attribute attribute : values()) {
            if (attribute.key().equals(key)) {
                return Optional.of(attribute);
            }
        }
        return Optional.empty();
    }

    /** The name in a theme file. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
