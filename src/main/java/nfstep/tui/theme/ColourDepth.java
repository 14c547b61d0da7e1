package nfstep.tui.theme;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How many colours a terminal shows, fewest first. */
public enum ColourDepth {
    /** None; attributes such as bold and reverse remain. */
    MONO("never"),
    ANSI("16"),
    INDEXED("256"),
    TRUECOLOUR("true");

    private final String option;

    ColourDepth(String option) {
        this.option = option;
    }

    /** The value of {@code --color} that asks for this depth. */
    public String option() {
        return option;
    }

    /** The depth that a value of {@code --color} asks for. */
    public static Optional<ColourDepth> ofOption(String value) {
        for (ColourDepth depth : values()) {
            if (depth.option.equals(value)) {
                return Optional.of(depth);
            }
        }
        return Optional.empty();
    }

    /**
     * The depth that the environment tells of.
     *
     * <p>Source: no-color.org (a variable that is set and not empty), then the conventions of {@code COLORTERM} and of
     * the names in terminfo(5). What says nothing gets 16 colours.
     */
    public static ColourDepth detect(Map<String, String> environment) {
        String term = lower(environment, "TERM");
        String colorterm = lower(environment, "COLORTERM");
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty() || term.isEmpty() || isMono(term)) {
            return MONO;
        }
        if (colorterm.equals("truecolor") || colorterm.equals("24bit") || term.endsWith("-direct")) {
            return TRUECOLOUR;
        }
        return isIndexed(term) ? INDEXED : ANSI;
    }

    private static boolean isMono(String term) {
        return term.equals("dumb") || term.startsWith("vt") || term.endsWith("-m") || term.endsWith("-mono");
    }

    private static boolean isIndexed(String term) {
        return term.contains("256color") || term.startsWith("tmux") || term.startsWith("screen-256");
    }

    private static String lower(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
    }
}
