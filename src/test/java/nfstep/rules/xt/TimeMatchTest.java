package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Random;
import nfstep.host.Namespace;
import nfstep.packet.IpAddress;
import nfstep.packet.Packets;
import nfstep.rules.Clock;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Skb;
import nfstep.rules.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeMatchTest {
    @ParameterizedTest(name = "on {0}: {1} holds: {2}")
    @CsvSource({
        "2026-03-02T08:59:59, --timestart 09:00 --timestop 17:00, false",
        "2026-03-02T09:00:00, --timestart 09:00 --timestop 17:00, true",
        "2026-03-02T17:00:00, --timestart 09:00 --timestop 17:00, true",
        "2026-03-02T17:00:01, --timestart 09:00 --timestop 17:00, false",
        "2026-03-02T23:30:00, --timestart 22:00 --timestop 06:00, true",
        "2026-03-02T06:00:00, --timestart 22:00 --timestop 06:00, true",
        "2026-03-02T12:00:00, --timestart 22:00 --timestop 06:00, false",
        "2026-03-02T12:00:00, --timestart 06:00 --timestop 06:00, true",
        "2026-03-02T12:00:00, --weekdays Mon, true",
        "2026-03-02T12:00:00, ! --weekdays Mon, false",
        "2026-03-02T12:00:00, ! --weekdays Tue, true",
        "2026-03-01T12:00:00, '--weekdays Sat,Sun', true",
        "2026-03-03T01:00:00, --weekdays Mon --timestart 22:00 --timestop 06:00, false",
        "2026-03-03T01:00:00, --weekdays Mon --timestart 22:00 --timestop 06:00 --contiguous, true",
        "2026-03-02T01:00:00, --weekdays Mon --timestart 22:00 --timestop 06:00 --contiguous, false",
        "2026-03-01T01:00:00, --monthdays 28 --timestart 22:00 --timestop 06:00 --contiguous, true",
        "2026-03-31T12:00:00, --monthdays 31, true",
        "2026-03-31T12:00:00, ! --monthdays 31, false",
        "2028-02-29T12:00:00, --monthdays 29, true",
        "2026-03-02T12:00:00, --datestart 2026-03-02T12:00:00 --datestop 2026-03-02T12:00:00, true",
        "2026-03-02T12:00:00, --datestart 2026-03-02T12:00:01, false",
        "2026-03-02T12:00:00, --datestop 2026-03-02T11:59:59, false",
        "2026-03-02T12:00:00, --kerneltz --timestart 11:00 --timestop 13:00, true",
        "2026-03-02T12:00:00, --utc, true",
    })
    void the_date_is_compared(String date, String options, boolean holds) {
        assertThat(match(options).matches(at(date))).isEqualTo(holds);
    }

    @Test
    void a_walk_begins_on_the_first_of_january_2026() {
        assertThat(match("--datestop 2026").matches(at("2026-01-01T00:00:00"))).isTrue();
        assertThat(Clock.START.date()).isEqualTo(seconds("2026-01-01T00:00:00"));
        assertThat(Clock.START.at(90_000_000_000L).date()).isEqualTo(seconds("2026-01-01T00:01:30"));
    }

    @Test
    void days_are_those_of_the_calendar() {
        Random random = new Random(1);
        for (int i = 0; i < 2_000; i++) {
            LocalDateTime date = LocalDateTime.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), 0, ZoneOffset.UTC);
            String day = date.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ROOT);
            String options = "--weekdays " + day + " --monthdays " + date.getDayOfMonth();
            assertThat(match(options).matches(at(date.toString())))
                    .as("%s", date)
                    .isTrue();
        }
    }

    @Test
    void the_evidence_says_what_time_it_is() {
        assertThat(match("--weekdays Tue").explain(at("2026-03-02T09:05:00")).seen())
                .isEqualTo("it is Mon 2026-03-02 09:05:00 UTC");
    }

    private static Match match(String options) {
        return Written.FORWARD.match("-m time " + options);
    }

    private static long seconds(String date) {
        return LocalDateTime.parse(date).toEpochSecond(ZoneOffset.UTC);
    }

    private static MatchContext at(String date) {
        IpAddress host = IpAddress.of("10.1.0.2");
        HookState where = new HookState(Hook.FORWARD, java.util.Optional.empty(), java.util.Optional.empty());
        Surroundings around = Surroundings.bare(Namespace.bare("host")).at(Clock.START.showing(seconds(date)));
        return new MatchContext(Skb.sent(1, Packets.udp(host, 1, host, 2).build()), where, around, null);
    }
}
