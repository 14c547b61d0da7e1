package nfstep.tui.theme;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import nfstep.tui.theme.Colour.Layer;

/** How text in a role looks. */
public record Style(Shade foreground, Shade background, Set<Attribute> attributes) {
    /** As the terminal shows text. */
    public static final Style PLAIN = new Style(Shade.DEFAULT, Shade.DEFAULT, Set.of());

    public Style {
        Set<Attribute> ordered = EnumSet.noneOf(Attribute.class);
        ordered.addAll(attributes);
        attributes = Collections.unmodifiableSet(ordered);
    }

    /** This style laid over another: its colours where it has any, the attributes of both. */
    public Style over(Style below) {
        Set<Attribute> both = EnumSet.noneOf(Attribute.class);
        both.addAll(attributes);
        both.addAll(below.attributes);
        return new Style(foreground.over(below.foreground), background.over(below.background), both);
    }

    /** The SGR sequence that sets exactly this style. */
    public String sgr(ColourDepth depth) {
        StringBuilder sequence = new StringBuilder("\033[");
        for (Attribute attribute : attributes) {
            sequence.append(';').append(attribute.sgr());
        }
        append(sequence, foreground.at(depth), Layer.FOREGROUND);
        append(sequence, background.at(depth), Layer.BACKGROUND);
        return sequence.append('m').toString();
    }

    /** A sequence starts from a reset, so the terminal's own colour needs no parameter. */
    private static void append(StringBuilder sequence, Colour colour, Layer layer) {
        if (!(colour instanceof Colour.Default)) {
            sequence.append(';').append(colour.sgr(layer));
        }
    }
}
