package nfstep.tui.term;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects the bytes of one frame and knows where the terminal's cursor and look will be after them.
 *
 * <p>Source: ECMA-48, control functions CUP, CUF, EL, ED, SGR; xterm's ctlseqs for private modes.
 */
final class Pen {
    private static final int UNKNOWN = -1;

    private final StyleCodes codes;
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int x = UNKNOWN;
    private int y = UNKNOWN;
    private int style = UNKNOWN;
    private boolean cursorShown;

    Pen(StyleCodes codes) {
        this.codes = codes;
    }

    /** Starts over on a cleared screen, with nothing taken for granted. */
    void clear() {
        style = UNKNOWN;
        look(StyleCodes.PLAIN);
        send("\033[H\033[2J");
        x = 0;
        y = 0;
        cursorShown = true;
        showCursor(false);
    }

    void moveTo(int column, int row) {
        if (column == x && row == y) {
            return;
        }
        send(row == y && x != UNKNOWN && column > x ? forward(column - x) : position(column, row));
        x = column;
        y = row;
    }

    private static String forward(int columns) {
        return columns == 1 ? "\033[C" : "\033[" + columns + "C";
    }

    private static String position(int column, int row) {
        if (column > 0) {
            return "\033[" + (row + 1) + ";" + (column + 1) + "H";
        }
        return row == 0 ? "\033[H" : "\033[" + (row + 1) + "H";
    }

    void look(int code) {
        if (code != style) {
            send(codes.sequence(code));
            style = code;
        }
    }

    /** Draws a character; after a wide one the position is not trusted, since terminals differ in what is wide. */
    void draw(char character, int columns) {
        append(character);
        x = columns == 1 ? x + 1 : UNKNOWN;
    }

    /** After its last column a terminal may or may not stand on the next row. */
    void endOfRow(int width) {
        x = x == width ? UNKNOWN : x;
    }

    /** Blanks the rest of the row. */
    void erase() {
        look(StyleCodes.PLAIN);
        send("\033[K");
    }

    void showCursor(boolean shown) {
        if (shown != cursorShown) {
            send(shown ? "\033[?25h" : "\033[?25l");
            cursorShown = shown;
        }
    }

    /** The collected bytes, between marks if a terminal might show half of them. */
    byte[] take(int wholeUpTo) {
        byte[] frame = Arrays.copyOf(bytes, length);
        length = 0;
        return frame.length <= wholeUpTo ? frame : synchronised(frame);
    }

    private static byte[] synchronised(byte[] frame) {
        byte[] begin = "\033[?2026h".getBytes(StandardCharsets.US_ASCII);
        byte[] end = "\033[?2026l".getBytes(StandardCharsets.US_ASCII);
        byte[] all = Arrays.copyOf(begin, begin.length + frame.length + end.length);
        System.arraycopy(frame, 0, all, begin.length, frame.length);
        System.arraycopy(end, 0, all, begin.length + frame.length, end.length);
        return all;
    }

    private void send(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            append((byte) ascii.charAt(i));
        }
    }

    private void send(byte[] sequence) {
        for (byte b : sequence) {
            append(b);
        }
    }

    /** In UTF-8; a terminal without it has only ASCII on its canvas. */
    private void append(char c) {
        if (c < 0x80) {
            append((byte) c);
        } else if (c < 0x800) {
            append((byte) (0xc0 | c >> 6));
            append((byte) (0x80 | (c & 0x3f)));
        } else {
            append((byte) (0xe0 | c >> 12));
            append((byte) (0x80 | (c >> 6 & 0x3f)));
            append((byte) (0x80 | (c & 0x3f)));
        }
    }

    private void append(byte b) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, length * 2);
        }
        bytes[length++] = b;
    }
}
