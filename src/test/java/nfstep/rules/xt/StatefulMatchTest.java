package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nfstep.host.Namespace;
import nfstep.packet.IpAddress;
import nfstep.packet.Packets;
import nfstep.rules.Clock;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.MatchContext;
import nfstep.rules.Skb;
import nfstep.rules.StatefulMatch;
import nfstep.rules.Surroundings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatefulMatchTest {
    private static final IpAddress HOST = IpAddress.of("10.1.0.2");
    private static final long MILLISECOND = 1_000_000L;

    @ParameterizedTest(name = "{0}: packets at {1} ms are answered {2}")
    @CsvSource({
        "--limit 1/hour, '0 0 0 0 0 0 0 0', 11111000",
        "--limit 1/hour --limit-burst 3, '0 1 2 3 4', 11100",
        "--limit 10/s --limit-burst 3, '0 0 0 0 100 100 200', 1110101",
        "--limit 10/s --limit-burst 3, '0 0 0 0 96 99 100', 1110001",
        "--limit 2/s --limit-burst 1, '0 499 500 900 1000', 10101",
        "--limit 3/min, '0 0 0 0 0 19999 20000 20000', 11111010",
        "--limit 1/day --limit-burst 1, '0 86399999 86400000 86400001', 1010",
        "--limit 10/s, '0 100000 100000 100000 100000 100000 100000', 1111110",
    })
    void a_bucket_starts_full_and_fills_up_by_the_jiffy(String options, String times, String answers) {
        StatefulMatch match = match("-m limit " + options);
        assertThat(asked(match, List.of(times.split(" ", -1)))).isEqualTo(answers);
    }

    @Test
    void a_packet_that_does_not_match_costs_nothing() {
        StatefulMatch match = match("-m limit --limit 10/s --limit-burst 1");
        assertThat(asked(match, List.of("0", "20", "40", "60", "80", "100"))).isEqualTo("100001");
    }

    @Test
    void an_answer_says_what_the_bucket_held() {
        StatefulMatch match = match("-m limit --limit 1/s --limit-burst 2");
        StatefulMatch.Answer first = match.test(at(0), match.initial(0));
        StatefulMatch.Answer second = match.test(at(0), (StatefulMatch.Memory) first.lesson());
        assertThat(first.seen()).isEqualTo("the bucket is good for 2 packets");
        assertThat(second.seen()).isEqualTo("the bucket is good for 1 packet");
        assertThat(match.test(at(500), (StatefulMatch.Memory) second.lesson()).seen())
                .isEqualTo("the bucket holds 50 % of a packet's cost");
    }

    @ParameterizedTest(name = "{0}/{1} burst {2}")
    @CsvSource({"7, s, 5", "13, min, 3", "1, day, 8", "1000, day, 3", "9999, s, 10000"})
    void credits_are_the_ones_of_the_kernel_s_arithmetic(int count, String unit, int burst) {
        LimitMatch match = (LimitMatch) match("-m limit --limit " + count + "/" + unit + " --limit-burst " + burst);
        assertThat(Integer.toUnsignedLong(match.cost())).isEqualTo(credits(match.average()));
        assertThat(Integer.toUnsignedLong(match.capacity()))
                .isEqualTo(credits((long) match.average() * burst & 0xffff_ffffL));
    }

    /** {@code user2credits} in 64 bits, cut to 32 where the kernel's type does. */
    private static long credits(long user) {
        long all = 250L * 128;
        return user > 0xffff_ffffL / all ? (user / 10_000 * all) & 0xffff_ffffL : user * all / 10_000;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "--every 3 --packet 0, 100100100",
        "--every 3 --packet 1, 010010010",
        "--every 3 --packet 2, 001001001",
        "! --every 3 --packet 0, 011011011",
        "--every 1 --packet 0, 111111111",
    })
    void one_packet_of_a_round_matches(String options, String answers) {
        StatefulMatch match = match("-m statistic --mode nth " + options);
        assertThat(asked(match, Stream.generate(() -> "0").limit(9).toList())).isEqualTo(answers);
    }

    @ParameterizedTest(name = "packets of 28 bytes: {0}: {1}")
    @CsvSource({
        "--quota 60, 1100",
        "--quota 84, 1110",
        "--quota 27, 0000",
        "! --quota 60, 0011",
        "--quota 18446744073709551615, 1111",
    })
    void a_quota_is_used_up_by_the_first_packet_that_is_too_long(String options, String answers) {
        StatefulMatch match = match("-m quota " + options);
        assertThat(asked(match, List.of("0", "0", "0", "0"))).isEqualTo(answers);
    }

    @Test
    void what_is_too_little_of_a_quota_is_forfeited() {
        StatefulMatch match = match("-m quota --quota 60");
        StatefulMatch.Answer answer = match.test(at(0), new QuotaMatch.Rest(4));
        assertThat(answer.lesson()).isEqualTo(new QuotaMatch.Rest(0));
        assertThat(answer.seen()).isEqualTo("4 bytes were left, the packet has 28");
    }

    @ParameterizedTest(name = "{0}: {1} of {2} packets of 28 bytes")
    @CsvSource({
        "--hashlimit-upto 1/hour --hashlimit-burst 2, 2, 5",
        "--hashlimit-above 1/hour --hashlimit-burst 2, 3, 5",
        "--hashlimit-upto 1/hour, 5, 8",
        "--hashlimit-upto 1/day --hashlimit-burst 1, 1, 4",
        "--hashlimit-upto 1000000/sec --hashlimit-burst 1000000, 60, 60",
        "--hashlimit-upto 100b/s --hashlimit-burst 1kb, 36, 60",
        "--hashlimit-upto 100b/s, 3, 60",
        "--hashlimit-upto 100b/s --hashlimit-burst 200b, 12, 60",
        "--hashlimit-upto 3/sec --hashlimit-burst 1 --hashlimit-rate-match, 4, 9",
        "--hashlimit-above 3/min --hashlimit-rate-match, 1, 9",
        "--hashlimit-upto 1kb/s --hashlimit-rate-match, 36, 60",
    })
    void a_flow_has_a_bucket_of_its_own(String options, int matching, int packets) {
        StatefulMatch match = match("-m hashlimit --hashlimit-name x " + options);
        String answers = asked(match, Stream.generate(() -> "0").limit(packets).toList());
        assertThat(answers.chars().filter(c -> c == '1').count()).isEqualTo(matching);
    }

    @ParameterizedTest(name = "{0}: packets at {1} ms are answered {2}")
    @CsvSource({
        "--hashlimit-upto 1/s --hashlimit-burst 1 --hashlimit-htable-expire 9000, '0 500 996 1000 1004 2000', 100101",
        "--hashlimit-upto 1/min --hashlimit-burst 1, '0 59000 60000', 101",
        "--hashlimit-upto 1/hour --hashlimit-burst 1 --hashlimit-htable-expire 500, '0 900 1400 2000 2400 3000', 100101",
        "--hashlimit-upto 1/s --hashlimit-burst 1 --hashlimit-rate-match, '0 0 0 1000 1000 2000 3000', 1101111",
        "--hashlimit-upto 1/s --hashlimit-burst 1 --hashlimit-rate-match --hashlimit-htable-expire 9000, '0 0 0 1000 1000 2000 3000', 1100001",
    })
    void a_flow_that_is_idle_is_forgotten_when_the_table_is_cleaned(String options, String times, String answers) {
        StatefulMatch match = match("-m hashlimit --hashlimit-name x " + options);
        assertThat(asked(match, List.of(times.split(" ", -1)))).isEqualTo(answers);
    }

    private static StatefulMatch match(String text) {
        return (StatefulMatch) Written.FORWARD.match(text);
    }

    private static String asked(StatefulMatch match, List<String> milliseconds) {
        List<StatefulMatch.Memory> memory = new java.util.ArrayList<>(List.of(match.initial(0)));
        return milliseconds.stream()
                .map(time -> match.test(at(Long.parseLong(time)), memory.get(0)))
                .map(answer -> {
                    memory.set(0, answer.lesson().after(memory.get(0)));
                    return answer.matched() ? "1" : "0";
                })
                .collect(Collectors.joining());
    }

    private static MatchContext at(long milliseconds) {
        HookState where = new HookState(Hook.FORWARD, Optional.empty(), Optional.empty());
        Skb skb = Skb.sent(1, Packets.udp(HOST, 1, HOST, 2).build());
        Surroundings around = Surroundings.bare(Namespace.bare("host")).at(Clock.START.at(milliseconds * MILLISECOND));
        return new MatchContext(skb, where, around, null);
    }
}
