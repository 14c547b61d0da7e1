package nfstep.tui.pane;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import nfstep.tui.Line;

/**
 * What a pane has to show: rows that are made when they are looked at, so that 50,000 of them cost no more than ten.
 *
 * @param title behind the pane's name
 * @param heading a row above all others that stays when they scroll
 * @param count how many rows there are
 * @param current the row to be in the middle, from 0
 * @param row makes one
 * @param footer such as {@code 3/14}
 */
record Rows(String title, Optional<Line> heading, int count, int current, IntFunction<Line> row, String footer) {
    /** Few rows that are there already, from the first one on. */
    static Rows of(String title, List<Line> lines, String footer) {
        List<Line> all = List.copyOf(lines);
        return new Rows(title, Optional.empty(), all.size(), 0, all::get, footer);
    }

    /** The same with another row in the middle. */
    Rows around(int other) {
        return new Rows(title, heading, count, other, row, footer);
    }

    /** How many of them can be seen in a pane of that height. */
    int visible(int height) {
        return Math.max(0, heading.isPresent() ? height - 1 : height);
    }

    /** The next row with that text behind a row, round and round; upper and lower case are alike. */
    OptionalInt find(String text, int behind, int way) {
        String wanted = text.toLowerCase(java.util.Locale.ROOT);
        for (int i = 1; i <= count; i++) {
            int at = Math.floorMod(behind + i * way, count);
            if (row.apply(at).text().toLowerCase(java.util.Locale.ROOT).contains(wanted)) {
                return OptionalInt.of(at);
            }
        }
        return OptionalInt.empty();
    }
}
