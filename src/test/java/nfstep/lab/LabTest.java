package nfstep.lab;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.Golden;
import nfstep.lab.command.LabFiles;
import nfstep.source.Outcome;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.trace.Progress;
import org.junit.jupiter.api.Test;

class LabTest {
    @Test
    void everything_that_is_wrong_anywhere_is_told_before_anything_runs() {
        String text = """
                iptables -A INPUT -p tcp --dprt 80 -j DROP
                pign -c1 127.0.0.1
                sudo iptables -L
                ping 127.0.0.1
                ping -c1 -x 127.0.0.1
                ping -c0 127.0.0.1
                ping -c1 www.baidu.com
                ping -c1 127.0.0.1 &
                A=1 ping -c1 127.0.0.1
                ping -c1 127.0.0.1 <<'END'
                END
                sleep
                sleep one
                modprobe wireguard
                ping -c1 -m 0x10 127.0.0.1
                sysctl -w net.ipv4.ip_forward
                send tpc 127.0.0.1:1 127.0.0.1:2
                send tcp 127.0.0.1:1
                send tcp 127.0.0.1:99999 127.0.0.1:2
                send icmp 127.0.0.1:1 127.0.0.1
                send tcp 127.0.0.1:1 127.0.0.1:2 flag S
                send tcp 127.0.0.1:1 127.0.0.1:2 flags Q
                send 'this is no packet'
                tcpdump -i lo -w a.cap
                tcpdump -i lo -w ../a.cap &
                tcpdump -i lo -w a.cap host 127.0.0.1 or &
                expect replay
                expect dropped fliter/INPUT
                expect hits filter/INPUT 1
                expect packet lo in scr 127.0.0.1
                conntrack -L -D
                conntrack -L --sprot 1
                iptables-restore <<'END'
                *filter
                -A INPUT -j DORP --foo
                COMMIT
                END
                ip netns exec c1 pign -c1 127.0.0.1
                """;
        Golden.check(
                "lab/problems.txt", Lab.parse(new SourceText("test.lab", text)).render() + "\n");
    }

    @Test
    void a_command_that_is_refused_stops_the_lab_there() {
        Played lab = Played.of("iptables -N A\niptables -N A\niptables -N B\n");
        assertThat(lab.stopped()).startsWith("test.lab:2:1: iptables: Chain already exists");
        assertThat(lab.sentences()).doesNotContain("-N B");
    }

    @Test
    void a_refusal_that_is_expected_does_not_stop_the_lab() {
        Played lab = Played.of("""
                iptables -N A
                expect error 'Chain already exists'
                iptables -N A
                expect error 'unknown option'
                iptables -A INPUT --foo
                expect error 'anything'
                iptables -N B
                iptables -N C
                """);
        assertThat(lab.stopped()).isEmpty();
        assertThat(lab.sentences()).contains("-N C");
        assertThat(lab.failures()).containsExactly("not as expected: error anything [the command was not refused]");
    }

    @Test
    void rules_come_from_a_file_that_the_program_reads() {
        LabFiles files = name -> name.equals("rules.v4")
                ? Outcome.done("*filter\n:INPUT DROP [0:0]\nCOMMIT\n")
                : Outcome.refused("No such file or directory");
        assertThat(Played.of("iptables-restore rules.v4\niptables -S\n", files).printed())
                .startsWith("-P INPUT DROP\n");
        assertThat(Played.of("iptables-restore other\n", files).stopped())
                .startsWith("test.lab:1:18: Can't open other: No such file or directory");
    }

    @Test
    void problems_in_a_here_document_have_their_place_in_the_lab() {
        Parsed<Lab> lab = Lab.parse(new SourceText("a.lab", "sleep 1\niptables-restore <<'E'\n*filter\n-A NO\nE\n"));
        assertThat(lab.render()).startsWith("a.lab:5:");
    }

    @Test
    void a_line_that_is_typed_becomes_a_part_of_the_lab() {
        Played lab = Played.of("sleep 1");
        assertThat(lab.run().run("iptables -P INPUT DROP")).isEmpty();
        assertThat(lab.run().walk().lab().text()).isEqualTo("sleep 1\niptables -P INPUT DROP\n");
        assertThat(lab.run().run("iptables -Z NOWHERE")).isPresent();
        assertThat(lab.run().run("pign"))
                .hasValueSatisfying(d -> assertThat(d.header()).startsWith("test.lab:4:1:"));
        assertThat(LabRun.revive(lab.run().walk(), LabFiles.NONE, Progress.UNWATCHED)
                        .refusal())
                .isEmpty();
    }

    @Test
    void what_was_not_run_stays_as_a_comment_when_a_line_is_typed() {
        Played lab = Played.of("iptables -X A\nsleep 1\nsleep 2\n");
        assertThat(lab.run().run("sleep 3")).isEmpty();
        assertThat(lab.run().walk().lab().text()).isEqualTo("iptables -X A\n# sleep 1\n# sleep 2\nsleep 3\n");
        assertThat(lab.seconds()).isEqualTo(3);
        assertThat(LabRun.revive(lab.run().walk(), LabFiles.NONE, Progress.UNWATCHED)
                        .refusal())
                .isEmpty();
    }
}
