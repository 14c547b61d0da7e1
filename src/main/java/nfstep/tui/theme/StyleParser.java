package nfstep.tui.theme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Nearest;

/** Reads the value of a role or of a palette entry. */
final class StyleParser {
    private static final int MOST_FORMS = 3;

    private final Setting setting;
    private final Map<String, Shade> palette;
    private final List<Diagnostic> problems;

    StyleParser(Setting setting, Map<String, Shade> palette, List<Diagnostic> problems) {
        this.setting = setting;
        this.palette = palette;
        this.problems = problems;
    }

    Style style() {
        Shade foreground = Shade.DEFAULT;
        Shade background = Shade.DEFAULT;
        Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        for (Token word : setting.words()) {
            if (word.text().startsWith("fg:")) {
                foreground = shade(word.after(3));
            } else if (word.text().startsWith("bg:")) {
                background = shade(word.after(3));
            } else if (word.text().startsWith("attr:")) {
                attributes.addAll(attributes(word.after(5)));
            } else {
                problem(word, "expected fg:COLOUR, bg:COLOUR or attr:NAME,... instead of '" + word.text() + "'");
            }
        }
        return new Style(foreground, background, attributes);
    }

    /** Up to three forms between slashes, or the name of a palette entry; what is wrong becomes a problem. */
    Shade shade(Token word) {
        if (word.text().startsWith("$")) {
            return fromPalette(word.after(1));
        }
        List<Token> forms = word.split('/');
        if (forms.size() > MOST_FORMS) {
            problem(word, "more than three forms of a colour: '" + word.text() + "'");
            return Shade.DEFAULT;
        }
        List<Colour> colours = new ArrayList<>();
        for (Token form : forms) {
            Optional<Colour> colour = colour(form);
            if (colour.isEmpty()) {
                return Shade.DEFAULT;
            }
            colours.add(colour.get());
        }
        return shade(colours);
    }

    private static Shade shade(List<Colour> colours) {
        return switch (colours.size()) {
            case 1 -> Shade.of(colours.get(0));
            case 2 -> Shade.of(colours.get(0), colours.get(1));
            default -> new Shade(colours.get(0), colours.get(1), colours.get(2));
        };
    }

    private Shade fromPalette(Token name) {
        Shade shade = palette.get(name.text());
        if (shade == null) {
            String message = "no palette." + name.text() + " in this theme";
            problems.add(setting.problem(Code.UNKNOWN_NAME, name.span(), message)
                    .suggesting(Nearest.among(name.text(), palette.keySet())));
            return Shade.DEFAULT;
        }
        return shade;
    }

    private Optional<Colour> colour(Token word) {
        Optional<Colour> colour = ColourNames.parse(word.text());
        if (colour.isEmpty()) {
            problem(word, "unknown colour '" + word.text() + "'", ColourNames.words());
        }
        return colour;
    }

    private Set<Attribute> attributes(Token list) {
        Set<Attribute> attributes = EnumSet.noneOf(Attribute.class);
        for (Token name : list.split(',')) {
            Optional<Attribute> attribute = Attribute.ofKey(name.text());
            if (attribute.isPresent()) {
                attributes.add(attribute.get());
            } else {
                problem(name, "unknown attribute '" + name.text() + "'", attributeNames());
            }
        }
        return attributes;
    }

    private static List<String> attributeNames() {
        return Arrays.stream(Attribute.values()).map(Attribute::key).toList();
    }

    private void problem(Token word, String message) {
        problems.add(setting.problem(Code.BAD_VALUE, word.span(), message));
    }

    private void problem(Token word, String message, List<String> known) {
        problems.add(
                setting.problem(Code.BAD_VALUE, word.span(), message).suggesting(Nearest.among(word.text(), known)));
    }
}
