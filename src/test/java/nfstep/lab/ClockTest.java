package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.source.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {
    private static final String HOST = """
            ip link set lo up
            iptables -A OUTPUT -p udp -m time --timestart 22:00 --timestop 06:00 --weekdays Sun --contiguous
            """;
    private static final String SEND = "send udp 127.0.0.1:1 127.0.0.1:9\n";

    private static String counted(String lab) {
        Played played = Played.of(HOST + lab);
        assertThat(played.stopped()).isEmpty();
        return String.join(",", played.failures());
    }

    @Test
    void the_date_is_the_one_that_was_set_and_goes_on_with_time() {
        assertThat(counted("clock 2026-03-01T21:59:58\n" + SEND + "expect hits filter/OUTPUT:1 0\n"
                        + "sleep 2\n" + SEND + "expect hits filter/OUTPUT:1 1\n"
                        + "clock 2026-03-02T05:00\n" + SEND + "expect hits filter/OUTPUT:1 1\n"
                        + "clock 2026-03-03T05:00\n" + SEND + "expect hits filter/OUTPUT:1 0\n"))
                .isEmpty();
    }

    @Test
    void no_time_passes_when_the_clock_is_set() {
        Played lab = Played.of("sleep 7\nclock 2038-01-01T00:00\nclock 1970-01-01T00:00\n");
        assertThat(lab.seconds()).isEqualTo(7);
        assertThat(lab.sentences()).contains("the clock is set to Fri 2038-01-01 00:00:00 UTC");
    }

    @Test
    void a_walk_knows_the_date_at_each_of_its_steps() {
        LabRun run = Played.of("sleep 7\nclock 2026-03-01T22:00:30\nsleep 2\n").run();
        assertThat(run.walk().end().world().clock().date()).isEqualTo(1_772_402_432L);
        assertThat(run.walk().at(run.walk().first()).before().world().clock().date())
                .isEqualTo(1_767_225_600L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30T00:00", "2026-03-01", "1969-12-31T23:59", "2039-01-01T00:00", "noon"})
    void what_is_no_date_is_refused(String date) {
        assertThat(Lab.parse(new SourceText("a.lab", "clock " + date + "\n")).render())
                .isEqualTo("a.lab:1:7: '" + date + "' is no date from 1970 to 2038\n  clock " + date + "\n        "
                        + "^".repeat(date.length())
                        + "\n  hint: write it as 2026-03-01T22:00 or 2026-03-01T22:00:30, in UTC");
    }
}
