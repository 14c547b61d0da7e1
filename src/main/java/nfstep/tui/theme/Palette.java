package nfstep.tui.theme;

/**
 * The red, green and blue of indexed colours.
 *
 * <p>Source: xterm's table (ctlseqs, "88- and 256-color"): 16 colours that users change, a cube of 6x6x6, 24 greys.
 */
final class Palette {
    private static final int[] ANSI = {
        0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5,
        0x7f7f7f, 0xff0000, 0x00ff00, 0xffff00, 0x5c5cff, 0xff00ff, 0x00ffff, 0xffffff
    };
    private static final int[] CUBE = {0, 95, 135, 175, 215, 255};
    private static final int FIRST_OF_CUBE = 16;
    private static final int FIRST_GREY = 232;

    private Palette() {}

    static int rgb(int index) {
        if (index < FIRST_OF_CUBE) {
            return ANSI[index];
        }
        if (index >= FIRST_GREY) {
            return (8 + 10 * (index - FIRST_GREY)) * 0x010101;
        }
        int cell = index - FIRST_OF_CUBE;
        return CUBE[cell / 36] << 16 | CUBE[cell / 6 % 6] << 8 | CUBE[cell % 6];
    }

    /** Never one of the first sixteen, whose look nobody knows. */
    static int nearestIndexed(int rgb) {
        return nearest(rgb, FIRST_OF_CUBE, 255);
    }

    static int nearestAnsi(int rgb) {
        return nearest(rgb, 0, 15);
    }

    private static int nearest(int rgb, int first, int last) {
        int best = first;
        for (int index = first; index <= last; index++) {
            if (distance(rgb, rgb(index)) < distance(rgb, rgb(best))) {
                best = index;
            }
        }
        return best;
    }

    private static int distance(int a, int b) {
        return square((a >> 16) - (b >> 16))
                + square((a >> 8 & 0xff) - (b >> 8 & 0xff))
                + square((a & 0xff) - (b & 0xff));
    }

    private static int square(int n) {
        return n * n;
    }
}
