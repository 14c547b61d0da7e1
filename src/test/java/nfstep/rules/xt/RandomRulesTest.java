package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nfstep.Run;
import nfstep.host.Loopback;
import nfstep.host.Namespace;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.Skb;
import nfstep.rules.StatefulMatch;
import nfstep.rules.Surroundings;
import nfstep.rules.TableName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RandomRulesTest {
    private static final int RULES = 400;
    private static final int PACKETS = 60;
    private static final HookState AT =
            new HookState(Hook.PREROUTING, Optional.of(new Device(Namespace.LOOPBACK_INDEX, "lo")), Optional.empty());

    @TempDir
    Path folder;

    /** A rule with its protocol, which the base conditions look at. */
    private record Rule(String spec, int protocol, Match match) {
        static Rule of(String spec, IpFamily family) {
            Match match = new Written(family, TableName.MANGLE, "PREROUTING").match(spec);
            String[] words = spec.split(" ", -1);
            return new Rule(
                    spec, spec.startsWith("-p ") ? Protocols.number(words[1]).orElseThrow() : 0, match);
        }

        /** What was remembered is forgotten between two packets: counters are set to zero there. */
        private boolean holds(MatchContext context) {
            return match instanceof StatefulMatch stateful
                    ? stateful.test(context, stateful.initial(0)).matched()
                    : match.matches(context);
        }

        private boolean asked(MatchContext context) {
            return protocol == 0 || context.packet().protocol() == protocol;
        }

        boolean counts(MatchContext context) {
            return asked(context) && holds(context);
        }

        boolean drops(MatchContext context) {
            return asked(context) && match.hotDrop(context);
        }
    }

    @ParameterizedTest(name = "seed {0}, {1}")
    @CsvSource({"1, IPV4", "2, IPV6", "20261124, IPV4"})
    void what_is_saved_is_read_as_the_same_match(long seed, IpFamily family) {
        RandomRules rules = new RandomRules(seed, family);
        for (int i = 0; i < RULES; i++) {
            Rule rule = Rule.of(rules.next(), family);
            String protocol = rule.protocol() == 0 ? "" : "-p " + rule.protocol() + " ";
            Rule again = Rule.of(protocol + rule.match().toSyntax(), family);
            assertThat(again.match()).as(rule.spec()).isEqualTo(rule.match());
        }
    }

    @Tag("kernel")
    @ParameterizedTest(name = "seed {0}, {1}")
    @CsvSource({"1, IPV4", "2, IPV6", "3, IPV4", "4, IPV6"})
    void each_packet_meets_the_rules_that_it_meets_in_the_kernel(long seed, IpFamily family)
            throws IOException, InterruptedException {
        RandomRules random = new RandomRules(seed, family);
        List<Rule> rules = Stream.generate(() -> Rule.of(random.next(), family))
                .limit(RULES)
                .toList();
        List<Packet> packets = Stream.generate(new RandomPackets(seed, family)::next)
                .limit(PACKETS)
                .toList();
        List<String> real = kernel(family, rules, packets);
        for (int i = 0; i < packets.size(); i++) {
            MatchContext context = met(packets.get(i));
            boolean dropped = false;
            for (int j = 0; j < rules.size(); j++) {
                Rule rule = rules.get(j);
                assertThat(!dropped && rule.counts(context) ? "1" : "0")
                        .as("%s on %s", rule.spec(), packets.get(i))
                        .isEqualTo(real.get(i).substring(j, j + 1));
                dropped |= rule.drops(context);
            }
        }
    }

    private static MatchContext met(Packet packet) {
        Namespace host = Loopback.withIpv6(Loopback.withIpv4(Namespace.bare("host")));
        Namespace up =
                host.with(host.link(Namespace.LOOPBACK_INDEX).orElseThrow().withUp(true));
        return new MatchContext(Skb.sent(1, packet), AT, Surroundings.bare(up), null);
    }

    private List<String> kernel(IpFamily family, List<Rule> rules, List<Packet> packets)
            throws IOException, InterruptedException {
        String lines = rules.stream()
                .map(rule -> "-A PREROUTING " + rule.spec() + "\n")
                .collect(Collectors.joining());
        Path ruleFile = folder.resolve("rules");
        Path packetFile = folder.resolve("packets");
        Files.writeString(ruleFile, "*mangle\n" + lines + "-A INPUT -j DROP\nCOMMIT\n");
        Files.write(
                packetFile,
                packets.stream().map(p -> HexFormat.of().formatHex(p.bytes())).toList());
        Run.Outcome outcome = Run.in(Path.of("").toAbsolutePath())
                .command(
                        "unshare", "-n", "src/test/sh/meet", family == IpFamily.IPV4 ? "4" : "6", ruleFile, packetFile);
        assertThat(outcome.err()).isEmpty();
        return outcome.out().lines().toList();
    }
}
