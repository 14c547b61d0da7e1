package nfstep.tui.term;

import java.util.Arrays;
import nfstep.tui.Canvas;
import nfstep.tui.Role;

/** One row of a screen: the characters and the numbers of their looks. */
final class CellRow {
    final char[] characters;
    final int[] styles;

    CellRow(int width) {
        characters = new char[width];
        styles = new int[width];
        Arrays.fill(characters, ' ');
        Arrays.fill(styles, StyleCodes.PLAIN);
    }

    /**
     * Takes over a row of a canvas; neighbours mostly look alike, so that few looks are searched for. Both halves of a
     * wide character look like its left one, as on a terminal.
     */
    void load(Canvas canvas, int y, StyleCodes codes) {
        Role role = Role.TEXT;
        Role overlay = Role.TEXT;
        int code = codes.of(role, overlay);
        for (int x = 0; x < characters.length; x++) {
            characters[x] = canvas.charAt(x, y);
            boolean isAlike = canvas.roleAt(x, y) == role && canvas.overlayAt(x, y) == overlay;
            if (!isAlike && characters[x] != Canvas.CONTINUATION) {
                role = canvas.roleAt(x, y);
                overlay = canvas.overlayAt(x, y);
                code = codes.of(role, overlay);
            }
            styles[x] = code;
        }
    }

    boolean sameAt(int x, CellRow other) {
        return characters[x] == other.characters[x] && styles[x] == other.styles[x];
    }

    /** The column from which on the row is plain and blank. */
    int endOfText() {
        int end = characters.length;
        while (end > 0 && characters[end - 1] == ' ' && styles[end - 1] == StyleCodes.PLAIN) {
            end--;
        }
        return end;
    }

    /** How many cells from a column on differ. */
    int differences(CellRow other, int from) {
        int count = 0;
        for (int x = from; x < characters.length; x++) {
            count += sameAt(x, other) ? 0 : 1;
        }
        return count;
    }
}
