package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import nfstep.packet.IpAddress;
import nfstep.packet.Packets;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Owner;
import nfstep.rules.Skb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnerMatchTest {
    private static final IpAddress HERE = IpAddress.of("10.1.0.1");
    private static final IpAddress THERE = IpAddress.of("10.1.0.2");

    /** As counted on a kernel: a ping by root, an echo reply, the RST of a REJECT. */
    @ParameterizedTest(name = "{0}: root {1}, the kernel {2}, nobody {3}")
    @CsvSource({
        "--socket-exists, true, true, false",
        "! --socket-exists, false, false, true",
        "--uid-owner 0, true, false, false",
        "! --uid-owner 0, false, true, true",
        "--uid-owner 0 ! --gid-owner 5, true, false, false",
        "! --socket-exists ! --uid-owner 5, false, false, true",
        "! --socket-exists ! --uid-owner 0, false, false, true",
        "--socket-exists --uid-owner 0, true, false, false",
        "--gid-owner 0-7 --suppl-groups, true, false, false",
        "! --gid-owner 0 --suppl-groups, false, true, false",
    })
    void the_owner_of_the_socket_is_compared(String options, boolean root, boolean kernel, boolean nobody) {
        Match match = match(options);
        assertThat(match.matches(sent(Owner.ROOT))).isEqualTo(root);
        assertThat(match.matches(sent(Owner.LISTENER))).as("a SYN-ACK").isEqualTo(root);
        assertThat(match.matches(sent(Owner.KERNEL))).isEqualTo(kernel);
        assertThat(match.matches(sent(Owner.NOBODY))).isEqualTo(nobody);
    }

    @ParameterizedTest(name = "user 1000, group 4294967294: {0} holds: {1}")
    @CsvSource({
        "--uid-owner 1000, true",
        "--uid-owner 999-1001, true",
        "--uid-owner 1-999, false",
        "! --uid-owner 1000, false",
        "--gid-owner 4294967294, true",
        "--gid-owner 5-4294967294, true",
        "--gid-owner 0-5, false",
        "--uid-owner 1000 ! --gid-owner 0, true",
        "--uid-owner 1000 --gid-owner 0, false",
    })
    void users_and_groups_are_numbers_without_sign(String options, boolean holds) {
        assertThat(match(options).matches(sent(Owner.program(1000, -2)))).isEqualTo(holds);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ROOT, 'sent by user 0, group 0'",
        "LISTENER, 'sent by user 0, group 0'",
        "KERNEL, 'sent by a socket of the kernel, which nobody owns'",
        "NOBODY, no socket",
    })
    void the_evidence_says_who_sends(String owner, String seen) {
        MatchContext context = sent(
                switch (owner) {
                    case "ROOT" -> Owner.ROOT;
                    case "LISTENER" -> Owner.LISTENER;
                    case "KERNEL" -> Owner.KERNEL;
                    default -> Owner.NOBODY;
                });
        assertThat(match("--uid-owner 1").explain(context).seen()).isEqualTo(seen);
    }

    private static Match match(String options) {
        return Written.in("filter/OUTPUT").match("-m owner " + options);
    }

    private static MatchContext sent(Owner owner) {
        return Met.skb(Skb.sent(1, Packets.udp(HERE, 1, THERE, 2).build()).withOwner(owner), null);
    }
}
