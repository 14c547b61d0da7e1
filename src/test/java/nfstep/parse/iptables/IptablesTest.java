package nfstep.parse.iptables;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IptablesTest {
    private final Box box = new Box();

    @ParameterizedTest(name = "{0} is saved as {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "-s 10/8 -j ACCEPT | -s 10.0.0.0/8 -j ACCEPT",
                "-s 1.2.3.4/255.0.255.0 -j DROP | -s 1.0.3.0/255.0.255.0 -j DROP",
                "-d 0x0a.010.1.2 | -d 10.8.1.2/32",
                "! -s 10.1.2.3/8 -j ACCEPT | ! -s 10.0.0.0/8 -j ACCEPT",
                "! -s any/0 | ! -s 0.0.0.0/0",
                "-s any/0 -i + -o + -p all -j ACCEPT | -j ACCEPT",
                "-p 6 ! -f -i eth+ ! -o lo -j RETURN | -i eth+ ! -o lo -p tcp ! -f -j RETURN",
                "-p 200 | -p 200",
                "--proto TCP --sourc 1.2.3.4 --jump DROP | -s 1.2.3.4/32 -p tcp -j DROP",
                "-p tcp -m comment --comment a --dport 80 -m comment --comment 'b c' -j DROP"
                        + " | -p tcp -m comment --comment a -m tcp --dport 80 -m comment --comment \"b c\" -j DROP",
                "-p udp -m udp --sport 53 --dport 54:55 -g A | -p udp -m udp --sport 53 --dport 54:55 -g A",
                "-p tcp ! --dport 80 -j A | -p tcp -m tcp ! --dport 80 -j A",
                "-c 3 84 -j ACCEPT | -j ACCEPT",
                "-w 3 -4 -j ACCEPT | -j ACCEPT"
            })
    void rules_are_saved_in_one_form(String written, String saved) {
        box.run("iptables -N A").run("iptables -A FORWARD " + written);
        assertThat(box.refusal()).isEmpty();
        assertThat(box.save(false)).contains("\n-A FORWARD " + saved + "\nCOMMIT");
    }

    @Test
    void a_list_of_addresses_makes_a_rule_for_each_pair() {
        box.run("iptables -A FORWARD -s 1.1.1.1,2.2.2.2 -d 3.3.3.3,4.4.4.4 -j DROP");
        assertThat(box.save(false)).contains("""
                        -A FORWARD -s 1.1.1.1/32 -d 3.3.3.3/32 -j DROP
                        -A FORWARD -s 1.1.1.1/32 -d 4.4.4.4/32 -j DROP
                        -A FORWARD -s 2.2.2.2/32 -d 3.3.3.3/32 -j DROP
                        -A FORWARD -s 2.2.2.2/32 -d 4.4.4.4/32 -j DROP
                        """);
    }

    @Test
    void only_tables_that_were_used_are_saved_the_newest_first() {
        box.runAll("iptables -t nat -L\niptables -S\niptables -t raw -F");
        assertThat(box.save(false).lines().filter(line -> line.startsWith("*")))
                .containsExactly("*raw", "*filter", "*nat");
    }
}
