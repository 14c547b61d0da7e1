package nfstep.tui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanvasTest {
    private final Canvas canvas = Canvas.of(12, 4, Glyphs.UNICODE);

    @Test
    void a_new_canvas_is_blank() {
        assertThat(canvas.rows()).containsExactly("", "", "", "");
    }

    @Test
    void a_line_keeps_its_roles() {
        int end = canvas.print(1, 2, Line.of("drop", Role.VERDICT_DROP).plus(" rule"));
        assertThat(end).isEqualTo(10);
        assertThat(canvas.rowText(2)).isEqualTo(" drop rule");
        assertThat(canvas.roleAt(1, 2)).isEqualTo(Role.VERDICT_DROP);
        assertThat(canvas.roleAt(5, 2)).isEqualTo(Role.TEXT);
    }

    @ParameterizedTest(name = "at column {0}")
    @CsvSource({"-3, 'defgh'", "8, '        abcd'", "12, ''", "-20, ''"})
    void what_leaves_the_screen_is_cut_off(int x, String row) {
        canvas.print(x, 0, "abcdefgh", Role.TEXT);
        assertThat(canvas.rowText(0)).isEqualTo(row);
    }

    @ParameterizedTest(name = "row {0}")
    @CsvSource({"-1", "4", "100"})
    void rows_outside_are_ignored(int y) {
        canvas.print(0, y, "abc", Role.TEXT);
        assertThat(canvas.rows()).containsExactly("", "", "", "");
    }

    @Test
    void a_part_has_its_own_origin_and_edge() {
        Canvas part = canvas.within(new Rect(2, 1, 3, 2));
        part.print(0, 0, "abcdef", Role.TEXT);
        part.print(1, 2, "hidden", Role.TEXT);
        assertThat(canvas.rows()).containsExactly("", "  abc", "", "");
    }

    @Test
    void a_part_of_a_part_cannot_leave_it() {
        Canvas part = canvas.within(new Rect(2, 1, 3, 2)).within(new Rect(1, 0, 9, 9));
        assertThat(part.area()).isEqualTo(new Rect(0, 0, 2, 2));
        part.print(0, 1, "xyz", Role.TEXT);
        assertThat(canvas.rowText(2)).isEqualTo("   xy");
    }

    @Test
    void a_part_outside_is_empty() {
        assertThat(canvas.within(new Rect(50, 50, 3, 3)).area()).isEqualTo(new Rect(0, 0, 0, 0));
    }

    @Test
    void a_box_has_a_title_and_a_footer() {
        canvas.box(canvas.area(), Line.of("chain", Role.TITLE), Line.of("1/9"), false);
        assertThat(canvas.rows()).containsExactly("┌─chain────┐", "│          │", "│          │", "└──────1/9─┘");
        assertThat(canvas.roleAt(0, 0)).isEqualTo(Role.BORDER);
        assertThat(canvas.roleAt(2, 0)).isEqualTo(Role.TITLE);
    }

    @Test
    void the_box_with_the_focus_differs_in_role() {
        canvas.box(canvas.area(), "chain", true);
        assertThat(canvas.roleAt(0, 0)).isEqualTo(Role.BORDER_FOCUS);
        assertThat(canvas.roleAt(2, 0)).isEqualTo(Role.TITLE_FOCUS);
    }

    @Test
    void a_title_too_long_for_its_box_is_shortened() {
        canvas.box(new Rect(0, 0, 8, 2), "filter/FORWARD", false);
        assertThat(canvas.rows()).startsWith("┌─fil…─┐", "└──────┘");
    }

    @ParameterizedTest(name = "{0}x{1}")
    @CsvSource({"0, 0", "1, 4", "12, 1"})
    void a_box_without_room_is_not_drawn(int width, int height) {
        canvas.box(new Rect(0, 0, width, height), "t", false);
        assertThat(canvas.rows()).containsExactly("", "", "", "");
    }

    @Test
    void without_unicode_everything_is_ascii() {
        Canvas plain = Canvas.of(8, 2, Glyphs.ASCII);
        plain.box(plain.area(), "é→中", false);
        assertThat(plain.rows()).containsExactly("+-??? -+", "+------+");
    }

    @Test
    void a_wide_character_takes_two_cells() {
        assertThat(canvas.print(0, 0, "中a", Role.TEXT)).isEqualTo(3);
        assertThat(canvas.charAt(1, 0)).isEqualTo('\0');
        assertThat(canvas.charAt(2, 0)).isEqualTo('a');
        assertThat(canvas.rowText(0)).isEqualTo("中a");
    }

    @ParameterizedTest(name = "over cell {0}")
    @CsvSource({"0, 'x a'", "1, ' xa'"})
    void writing_over_half_a_wide_character_blanks_the_other_half(int x, String row) {
        canvas.print(0, 0, "中a", Role.TEXT);
        canvas.print(x, 0, "x", Role.TEXT);
        assertThat(canvas.rowText(0)).isEqualTo(row);
    }

    @ParameterizedTest(name = "at column {0}")
    @CsvSource({"11", "-1"})
    void half_a_wide_character_at_the_edge_is_a_blank(int x) {
        canvas.print(x, 0, "中", Role.SELECTION);
        assertThat(canvas.rowText(0)).isEmpty();
        assertThat(canvas.roleAt(Math.max(0, x), 0)).isEqualTo(Role.SELECTION);
    }

    @Test
    void an_overlay_leaves_text_and_role() {
        canvas.print(0, 0, "abc", Role.NAT);
        canvas.overlay(new Rect(1, 0, 1, 9), Role.SELECTION);
        assertThat(canvas.overlayAt(0, 0)).isEqualTo(Role.TEXT);
        assertThat(canvas.overlayAt(1, 0)).isEqualTo(Role.SELECTION);
        assertThat(canvas.roleAt(1, 0)).isEqualTo(Role.NAT);
    }

    @Test
    void a_row_is_filled_or_cut_to_its_width() {
        canvas.row(0, Line.of("abcdefghijklmnop"));
        canvas.print(0, 1, "zzzzzzzzzzzz", Role.TEXT);
        canvas.row(1, Line.of("ab"));
        assertThat(canvas.rows()).startsWith("abcdefghijk…", "ab");
    }

    @Test
    void the_cursor_is_shown_where_a_part_asks_for_it() {
        canvas.within(new Rect(2, 1, 5, 2)).cursor(1, 1);
        assertThat(canvas.cursor()).contains(new Canvas.Cursor(3, 2));
    }

    @Test
    void a_cursor_outside_is_not_shown() {
        canvas.within(new Rect(2, 1, 5, 2)).cursor(5, 0);
        assertThat(canvas.cursor()).isEmpty();
    }
}
