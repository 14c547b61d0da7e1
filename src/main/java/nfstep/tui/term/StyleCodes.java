package nfstep.tui.term;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nfstep.tui.Role;
import nfstep.tui.theme.ColourDepth;
import nfstep.tui.theme.Style;
import nfstep.tui.theme.Theme;

/** Numbers the looks that a theme gives to cells; cells that look the same have the same number. */
final class StyleCodes {
    /** The number of plain text. */
    static final int PLAIN = 0;

    private final Theme theme;
    private final ColourDepth depth;
    private final Map<Role, Map<Role, Integer>> codes = new EnumMap<>(Role.class);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<byte[]> sequences = new ArrayList<>();

    StyleCodes(Theme theme, ColourDepth depth) {
        this.theme = theme;
        this.depth = depth;
        number(Style.PLAIN);
    }

    int of(Role role, Role overlay) {
        return codes.computeIfAbsent(role, it -> new EnumMap<>(Role.class))
                .computeIfAbsent(overlay, it -> number(theme.style(role, overlay)));
    }

    /** What the terminal is sent to draw in a look. */
    byte[] sequence(int code) {
        return sequences.get(code);
    }

    private int number(Style style) {
        String sequence = style.sgr(depth);
        return numbers.computeIfAbsent(sequence, it -> {
            sequences.add(it.getBytes(StandardCharsets.US_ASCII));
            return sequences.size() - 1;
        });
    }
}
