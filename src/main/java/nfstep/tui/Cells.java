package nfstep.tui;

import java.util.Arrays;

/** The cells of a screen: a character, its role and the role laid over it. */
final class Cells {
    /** The right half of a wide character. */
    static final char CONTINUATION = '\0';

    final int width;
    final int height;
    private final char[] characters;
    private final Role[] roles;
    private final Role[] overlays;

    Cells(int width, int height) {
        this.width = width;
        this.height = height;
        this.characters = new char[width * height];
        this.roles = new Role[width * height];
        this.overlays = new Role[width * height];
        Arrays.fill(characters, ' ');
        Arrays.fill(roles, Role.TEXT);
        Arrays.fill(overlays, Role.TEXT);
    }

    char character(int x, int y) {
        return characters[at(x, y)];
    }

    Role role(int x, int y) {
        return roles[at(x, y)];
    }

    Role overlay(int x, int y) {
        return overlays[at(x, y)];
    }

    /** Writes one character; what it covers of a wide one is blanked, so that no half remains. */
    void put(int x, int y, char character, Role role) {
        split(x, y);
        set(x, y, character, role);
    }

    /** Writes a character that takes this cell and the next. */
    void putWide(int x, int y, char character, Role role) {
        split(x, y);
        split(x + 1, y);
        set(x, y, character, role);
        set(x + 1, y, CONTINUATION, role);
    }

    void overlay(int x, int y, Role role) {
        overlays[at(x, y)] = role;
    }

    private void set(int x, int y, char character, Role role) {
        int at = at(x, y);
        characters[at] = character;
        roles[at] = role;
        overlays[at] = Role.TEXT;
    }

    private void split(int x, int y) {
        int at = at(x, y);
        if (characters[at] == CONTINUATION) {
            characters[at] = ' ';
            characters[at - 1] = ' ';
        } else if (x + 1 < width && characters[at + 1] == CONTINUATION) {
            characters[at + 1] = ' ';
        }
    }

    private int at(int x, int y) {
        return y * width + x;
    }
}
