package nfstep.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosticTest {
    private static final SourceText RULES =
            new SourceText("fw.rules", "*filter\r\n-A INPUT -m conntrk --ctstate NEW -j DROP\nCOMMIT");

    @Test
    void the_line_the_place_and_the_advice_are_shown() {
        Diagnostic wrong = RULES.diagnostic(Code.UNKNOWN_MATCH, new Span(2, 13, 7), "unknown match 'conntrk'")
                .suggesting(Nearest.among("conntrk", List.of("connmark", "conntrack", "comment")));
        assertThat(wrong.render()).isEqualTo("""
                fw.rules:2:13: unknown match 'conntrk'
                  -A INPUT -m conntrk --ctstate NEW -j DROP
                              ^^^^^^^
                  hint: did you mean 'conntrack'?""");
    }

    @Test
    void escapes_do_not_reach_the_terminal_and_the_caret_stays_below_its_word() {
        Diagnostic wrong = Diagnostic.of(Code.SYNTAX, "a\u001bb", new Span(1, 4, 2), "bad \u009b2J")
                .quoting("\t\u001b[2J x");
        assertThat(wrong.render()).isEqualTo("""
                a\\x1bb:1:4: bad \\x9b2J
                   \\x1b[2J x
                        ^^""");
    }

    @Test
    void a_place_behind_the_end_of_the_line_has_one_caret() {
        Diagnostic wrong = RULES.diagnostic(Code.MISSING_VALUE, new Span(3, 7, 0), "more expected");
        assertThat(wrong.render()).isEqualTo("fw.rules:3:7: more expected\n  COMMIT\n        ^");
    }

    @Test
    void a_very_long_line_is_quoted_around_the_place() {
        String line = "x".repeat(10_000) + "HERE" + "y".repeat(10_000);
        String text = Diagnostic.of(Code.SYNTAX, "f", new Span(1, 10_001, 4), "wrong")
                .quoting(line)
                .render();
        List<String> lines = text.lines().toList();
        assertThat(lines.get(1)).contains("HERE").hasSizeLessThan(200);
        assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf("HERE"));
    }

    @Test
    void lines_are_counted_from_one_and_end_with_the_text() {
        assertThat(RULES.line(1)).isEqualTo("*filter");
        assertThat(RULES.line(3)).isEqualTo("COMMIT");
        assertThat(RULES.line(4)).isEmpty();
    }

    @Test
    void spans_join_on_a_line() {
        assertThat(new Span(1, 2, 3).to(new Span(1, 9, 2))).isEqualTo(new Span(1, 2, 9));
    }
}
