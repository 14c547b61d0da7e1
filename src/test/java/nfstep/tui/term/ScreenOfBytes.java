package nfstep.tui.term;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import nfstep.tui.Columns;

/** A terminal that understands what {@link FramePainter} sends, and nothing else. */
final class ScreenOfBytes {
    private final int width;
    private final char[][] characters;
    private final String[][] looks;
    private int x;
    private int y;
    private String look = "";
    boolean cursorShown = true;

    ScreenOfBytes(int width, int height) {
        this.width = width;
        characters = new char[height][width];
        looks = new String[height][width];
        erase(0, 0, height * width);
    }

    void show(byte[] frame) {
        String text = new String(frame, StandardCharsets.UTF_8);
        int at = 0;
        while (at < text.length()) {
            at = text.charAt(at) == '\033' ? sequence(text, at + 2) : character(text, at);
        }
    }

    List<String> rows() {
        List<String> rows = new ArrayList<>();
        for (char[] row : characters) {
            rows.add(new String(row).replace("\0", "").stripTrailing());
        }
        return rows;
    }

    String lookAt(int column, int row) {
        return looks[row][column];
    }

    String cursor() {
        return x + "," + y;
    }

    private int character(String text, int at) {
        char c = text.charAt(at);
        if (c < ' ' || x >= width) {
            throw new AssertionError("U+%04X at %d,%d".formatted((int) c, x, y));
        }
        characters[y][x] = c;
        looks[y][x] = look;
        if (Columns.of(c) == 2) {
            characters[y][x + 1] = '\0';
            looks[y][x + 1] = look;
        }
        x += Columns.of(c);
        return at + 1;
    }

    private int sequence(String text, int from) {
        int end = from;
        while (text.charAt(end) < '@') {
            end++;
        }
        run(text.charAt(end), text.substring(from, end));
        return end + 1;
    }

    private void run(char command, String parameters) {
        switch (command) {
            case 'H' -> moveTo(parameters.split(";", -1));
            case 'C' -> x += parameters.isEmpty() ? 1 : Integer.parseInt(parameters);
            case 'K' -> erase(y, x, width - x);
            case 'J' -> erase(0, 0, width * characters.length);
            case 'm' -> look = parameters;
            case 'h', 'l' -> mode(parameters, command == 'h');
            default -> throw new AssertionError("sequence " + parameters + command);
        }
    }

    private void moveTo(String[] parameters) {
        y = parameters[0].isEmpty() ? 0 : Integer.parseInt(parameters[0]) - 1;
        x = parameters.length < 2 ? 0 : Integer.parseInt(parameters[1]) - 1;
    }

    private void mode(String name, boolean on) {
        if (name.equals("?25")) {
            cursorShown = on;
        } else if (!name.equals("?2026")) {
            throw new AssertionError("mode " + name);
        }
    }

    private void erase(int row, int column, int cells) {
        if (!look.isEmpty()) {
            throw new AssertionError("erases in look " + look);
        }
        for (int i = 0; i < cells; i++) {
            int at = row * width + column + i;
            characters[at / width][at % width] = ' ';
            looks[at / width][at % width] = "";
        }
    }

    @Override
    public String toString() {
        return Arrays.deepToString(characters);
    }
}
