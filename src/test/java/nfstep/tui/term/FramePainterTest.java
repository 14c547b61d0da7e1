package nfstep.tui.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import nfstep.tui.Canvas;
import nfstep.tui.Glyphs;
import nfstep.tui.Rect;
import nfstep.tui.Role;
import nfstep.tui.theme.ColourDepth;
import nfstep.tui.theme.Theme;
import nfstep.tui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramePainterTest {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 24;
    private static final Theme THEME = Themes.named("default-dark").orElseThrow();

    private final FramePainter painter = new FramePainter(new StyleCodes(THEME, ColourDepth.INDEXED));

    @Test
    void the_first_frame_starts_from_a_cleared_screen() {
        assertThat(text(painter.paint(canvas("hello")))).isEqualTo("\033[m\033[H\033[2J\033[?25lhello");
    }

    @Test
    void the_same_frame_again_sends_nothing() {
        painter.paint(canvas("hello"));
        assertThat(painter.paint(canvas("hello"))).isEmpty();
    }

    @Test
    void only_changed_cells_are_sent() {
        painter.paint(canvas("rule 1 of 50"));
        assertThat(text(painter.paint(canvas("rule 2 of 51")))).isEqualTo("\033[1;6H2\033[5C1");
    }

    @Test
    void the_rest_of_a_row_is_erased() {
        painter.paint(canvas("a longer text"));
        assertThat(text(painter.paint(canvas("a")))).isEqualTo("\033[1;2H\033[K");
    }

    @Test
    void a_change_of_the_status_line_takes_at_most_sixty_four_bytes() {
        painter.paint(status("Step 16: filter/FORWARD rule 3"));
        byte[] frame = painter.paint(status("Step 17: filter/FORWARD rule 4 passed"));
        assertThat(frame).hasSizeLessThanOrEqualTo(64);
        assertThat(text(frame)).isEqualTo("\033[24;7H7\033[22C4\033[Cpassed");
    }

    @Test
    void a_typed_character_is_sent_alone() {
        Canvas before = canvas("(nfstep) b");
        before.cursor(10, 0);
        Canvas after = canvas("(nfstep) br");
        after.cursor(11, 0);
        painter.paint(before);
        assertThat(text(painter.paint(after))).isEqualTo("r");
    }

    @Test
    void a_large_frame_is_marked_as_one_and_a_small_one_is_not() {
        Canvas full = canvas("");
        for (int y = 0; y < HEIGHT; y++) {
            full.print(0, y, "text of row " + y, Role.TEXT);
        }
        assertThat(text(painter.paint(full))).startsWith("\033[?2026h").endsWith("\033[?2026l");
        full.print(0, 0, "other", Role.TEXT);
        assertThat(text(painter.paint(full))).isEqualTo("\033[Hother");
    }

    @Test
    void after_being_told_to_forget_it_sends_everything() {
        byte[] first = painter.paint(canvas("hello"));
        painter.forget();
        assertThat(painter.paint(canvas("hello"))).isEqualTo(first);
    }

    @Test
    void without_colours_attributes_remain() {
        FramePainter mono = new FramePainter(new StyleCodes(THEME, ColourDepth.MONO));
        Canvas canvas = canvas("");
        canvas.print(0, 0, "DROP", Role.VERDICT_DROP);
        assertThat(text(mono.paint(canvas)))
                .contains("\033[;1mDROP")
                .doesNotContainPattern("\033\\[[0-9;]*[34]\\d[;m]");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 20_261_123})
    void a_terminal_always_shows_the_last_canvas(long seed) {
        Random random = new Random(seed);
        ScreenOfBytes screen = new ScreenOfBytes(WIDTH, HEIGHT);
        StyleCodes codes = new StyleCodes(THEME, ColourDepth.INDEXED);
        Canvas canvas = canvas("");
        for (int i = 0; i < 300; i++) {
            canvas = random.nextInt(10) == 0 ? canvas("") : canvas;
            scribble(canvas, random);
            screen.show(painter.paint(canvas));
            assertThat(screen.rows()).isEqualTo(canvas.rows());
            assertThat(screen.cursorShown).isEqualTo(canvas.cursor().isPresent());
            canvas.cursor().ifPresent(it -> assertThat(screen.cursor()).isEqualTo(it.x() + "," + it.y()));
            assertLooks(canvas, screen, codes);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void every_role_has_a_look_at_every_depth(ColourDepth depth) {
        StyleCodes codes = new StyleCodes(THEME, depth);
        for (Role role : Role.values()) {
            for (Role overlay : Role.values()) {
                assertThat(text(codes.sequence(codes.of(role, overlay)))).matches("\033\\[[0-9;]*m");
            }
        }
    }

    private static void assertLooks(Canvas canvas, ScreenOfBytes screen, StyleCodes codes) {
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                if (canvas.charAt(x, y) == Canvas.CONTINUATION) {
                    continue;
                }
                String sequence = text(codes.sequence(codes.of(canvas.roleAt(x, y), canvas.overlayAt(x, y))));
                assertThat("\033[" + screen.lookAt(x, y) + "m")
                        .as("%d,%d", x, y)
                        .isEqualTo(sequence);
            }
        }
    }

    private static void scribble(Canvas canvas, Random random) {
        for (int i = random.nextInt(6); i > 0; i--) {
            Role role = random.nextBoolean() ? Role.TEXT : Role.NAT;
            String text = "ab 中 x文".repeat(3).substring(random.nextInt(5), 5 + random.nextInt(15));
            canvas.print(random.nextInt(WIDTH + 10) - 5, random.nextInt(HEIGHT), text, role);
        }
        canvas.fill(new Rect(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(30), 2), Role.TEXT);
        canvas.overlay(new Rect(random.nextInt(WIDTH), random.nextInt(HEIGHT), 5, 1), Role.SELECTION);
        if (random.nextBoolean()) {
            canvas.cursor(random.nextInt(WIDTH), random.nextInt(HEIGHT));
        }
    }

    private static Canvas canvas(String text) {
        Canvas canvas = Canvas.of(WIDTH, HEIGHT, Glyphs.UNICODE);
        canvas.print(0, 0, text, Role.TEXT);
        return canvas;
    }

    private static Canvas status(String text) {
        Canvas canvas = canvas("");
        canvas.fill(new Rect(0, HEIGHT - 1, WIDTH, 1), Role.STATUS);
        canvas.print(0, HEIGHT - 1, text, Role.STATUS);
        return canvas;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
