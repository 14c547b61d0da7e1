package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What conntrack(8) changes and chooses, where it is not what one would guess. */
class ConntrackCommandTest {
    private static final String TWO = """
            iptables -A INPUT -m conntrack --ctstate NEW
            conntrack -I -p tcp -s 10.0.0.1 -d 10.0.0.2 --sport 1 --dport 2 -t 60 --state CLOSE
            conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1 --dport 2 -t 60 -w 3
            """;

    @Test
    void an_update_sets_marks_states_and_statuses_of_what_is_chosen() {
        String update = "conntrack -U -s 10.0.0.1 -p tcp -m 0x10/0xf0 -u ASSURED --state ESTABLISHED\n";
        assertThat(Played.of(TWO + update).printed())
                .contains("ESTABLISHED src=10.0.0.1 dst=10.0.0.2 sport=1 dport=2 [UNREPLIED] src=10.0.0.2 "
                        + "dst=10.0.0.1 sport=2 dport=1 [ASSURED] mark=16 use=2\n")
                .endsWith(": 1 flow entries have been updated.\n");
    }

    @Test
    void an_update_without_a_family_is_refused_and_one_that_changes_nothing_finds_nothing() {
        Played refused = Played.of(TWO + "expect error 'Operation not supported'\nconntrack -U -p tcp -m 1\n");
        assertThat(refused.failures()).isEmpty();
        Played same = Played.of(TWO + "expect error '0 flow entries'\nconntrack -U -p tcp -m 0\n");
        assertThat(same.failures()).isEmpty();
    }

    @Test
    void an_update_does_not_find_connections_of_a_zone() {
        Played lab = Played.of(TWO + "expect error '0 flow entries'\nconntrack -U -f ipv4 -p udp -m 1\n");
        assertThat(lab.failures()).isEmpty();
        assertThat(lab.printed()).endsWith("Operation failed: No such file or directory\n");
    }

    @Test
    void a_zone_of_both_directions_is_not_that_of_one() {
        String tail = "conntrack -L -w 3\nconntrack -L --orig-zone 3\nconntrack -L --reply-zone 0\n";
        assertThat(Played.of(TWO + tail).printed())
                .containsSubsequence("zone=3 use=1\n", ": 1 flow", ": 0 flow", ": 2 flow entries have been shown.\n");
    }

    @Test
    void an_address_may_follow_a_choice_of_translated_connections() {
        String make = "conntrack -I -p udp -s 10.0.0.1 -d 10.0.0.2 --sport 1 --dport 5 -t 60 -n 10.0.0.9:7\n";
        String tail = "conntrack -L -n 10.0.0.9\nconntrack -L -n 10.0.0.9:8\nconntrack -L -j\nconntrack -L -g\n";
        assertThat(Played.of(TWO + make + tail).printed())
                .containsSubsequence("dport=7 mark=0", ": 1 flow", ": 0 flow", ": 1 flow", ": 0 flow");
    }
}
