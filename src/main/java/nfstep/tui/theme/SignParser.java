package nfstep.tui.theme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.tui.Columns;
import nfstep.tui.Glyph;
import nfstep.tui.theme.Theme.Sign;

/** Reads two quoted words: the signs for a Unicode terminal and those for all others. */
final class SignParser {
    private final Setting setting;
    private final List<Diagnostic> problems;

    SignParser(Setting setting, List<Diagnostic> problems) {
        this.setting = setting;
        this.problems = problems;
    }

    /** One character in each word for each of the glyphs, in their order; nothing if that is not so. */
    Map<Glyph, Sign> signs(List<Glyph> glyphs) {
        List<Token> words = setting.words();
        if (words.size() != 2 || !words.stream().allMatch(word -> word.text().length() == glyphs.size())) {
            String wanted = "expected two quoted words of " + glyphs.size() + " characters: Unicode, then ASCII";
            problems.add(setting.problem(Code.BAD_VALUE, setting.span(), wanted));
            return Map.of();
        }
        Map<Glyph, Sign> signs = new LinkedHashMap<>();
        for (int i = 0; i < glyphs.size(); i++) {
            char unicode = words.get(0).text().charAt(i);
            char ascii = words.get(1).text().charAt(i);
            if (isOneColumn(words.get(0), unicode, Character.MAX_VALUE) && isOneColumn(words.get(1), ascii, '~')) {
                signs.put(glyphs.get(i), new Sign(unicode, ascii));
            }
        }
        return signs;
    }

    private boolean isOneColumn(Token word, char character, char last) {
        if (Columns.of(character) == 1 && character <= last) {
            return true;
        }
        String message = last == '~' ? "not an ASCII character: '%s'" : "not one column wide: '%s'";
        problems.add(setting.problem(Code.BAD_VALUE, word.span(), message.formatted(character)));
        return false;
    }
}
