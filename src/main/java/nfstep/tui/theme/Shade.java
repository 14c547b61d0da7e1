package nfstep.tui.theme;

/** A colour with its form for each depth. */
public record Shade(Colour truecolour, Colour indexed, Colour ansi) {
    /** The terminal's own colour. */
    public static final Shade DEFAULT = of(Colour.DEFAULT);

    /** A colour whose lower depths are computed. */
    public static Shade of(Colour colour) {
        return of(colour, colour.at(ColourDepth.INDEXED));
    }

    /** A colour whose form for 16 colours is computed. */
    public static Shade of(Colour colour, Colour indexed) {
        return new Shade(colour, indexed, indexed.at(ColourDepth.ANSI));
    }

    /** The form for a depth. */
    public Colour at(ColourDepth depth) {
        return switch (depth) {
            case TRUECOLOUR -> truecolour;
            case INDEXED -> indexed;
            case ANSI -> ansi;
            case MONO -> Colour.DEFAULT;
        };
    }

    /** This colour, or what is below where it is the terminal's own. */
    Shade over(Shade below) {
        return truecolour instanceof Colour.Default ? below : this;
    }
}
