package nfstep.rules.xt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.TcpBuilder;
import nfstep.packet.TcpFlags;
import nfstep.packet.TcpOptions;
import nfstep.packet.UdpBuilder;
import nfstep.rules.Decision;
import nfstep.rules.Effect;
import nfstep.rules.MatchContext;
import nfstep.rules.Skb;
import nfstep.rules.TargetResult;
import nfstep.rules.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeaderTargetTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");
    private static final Written MANGLE = Written.in("mangle/FORWARD");
    private static final TcpOptions OFFERED = TcpOptions.NONE
            .withMss(1460)
            .withSackPermitted()
            .withTimestamps(7, 0)
            .withNop()
            .withWindowScale(7);

    @ParameterizedTest(name = "{0} of {1} gives {2}")
    @CsvSource({
        "--ttl-set 5, 64, 5",
        "--ttl-set 0, 64, 0",
        "--ttl-dec 1, 64, 63",
        "--ttl-dec 100, 64, 0",
        "--ttl-inc 1, 254, 255",
        "--ttl-inc 100, 200, 255",
    })
    void ttl_ends_at_0_and_at_255(String options, int before, int after) {
        Packet packet = udp().ttl(before).build();
        assertThat(rewritten("-j TTL " + options, packet).ttl()).isEqualTo(after);
    }

    @ParameterizedTest(name = "{0} of {1} gives {2}")
    @CsvSource({
        "TOS --set-tos 0x10, 0x03, 0x10",
        "TOS --set-tos 0x10/0x0f, 0xf3, 0xe0",
        "TOS --and-tos 0x0f, 0x5a, 0x0a",
        "TOS --or-tos 0x83, 0x04, 0x87",
        "TOS --xor-tos 0xff, 0x5a, 0xa5",
        "TOS --set-tos Minimize-Delay, 0xff, 0xd0",
        "DSCP --set-dscp 46, 0x03, 0xbb",
        "DSCP --set-dscp-class CS1, 0x02, 0x22",
        "ECN --ecn-ip-ect 2, 0x21, 0x22",
    })
    void the_type_of_service_is_changed_bit_by_bit(String target, String before, String after) {
        Packet packet = udp().tos(Integer.decode(before)).build();
        Packet changed = rewritten("-j " + target, packet);
        assertThat(changed.tos()).isEqualTo(Integer.decode(after));
        assertThat(changed.headerChecksumOk()).isTrue();
    }

    @ParameterizedTest(name = "{0} leaves the packet alone")
    @CsvSource({
        "TTL --ttl-set 64",
        "TOS --set-tos 0",
        "DSCP --set-dscp 0",
        "ECN --ecn-ip-ect 0",
        "CHECKSUM --checksum-fill"
    })
    void what_is_so_already_is_no_change(String target) {
        assertThat(applied("-j " + target, udp().build())).isEqualTo(TargetResult.CONTINUE);
    }

    @ParameterizedTest(name = "MSS {0} at {1}: {2}")
    @CsvSource({
        "1460, --set-mss 1000, 1000",
        "1460, --set-mss 1460, 1460",
        "536, --set-mss 1000, 536",
        "1460, --clamp-mss-to-pmtu, 1360",
        "0, --set-mss 1000, 536",
        "0, --set-mss 500, 500",
        "0, --clamp-mss-to-pmtu, 536",
    })
    void tcpmss_only_lowers_and_adds_what_is_missing(int announced, String options, int after) {
        TcpOptions before = announced == 0 ? TcpOptions.NONE : TcpOptions.NONE.withMss(announced);
        Packet packet = syn().options(before.withSackPermitted()).build();
        Packet changed = result("-p tcp -j TCPMSS " + options, packet);
        assertThat(changed.tcp().orElseThrow().options().mss()).hasValue(after);
        assertThat(changed.tcp().orElseThrow().options().sackPermitted()).isTrue();
        assertThat(changed.headerChecksumOk()).isTrue();
        assertThat(changed.transportChecksumOk()).isTrue();
    }

    @Test
    void a_wrong_checksum_stays_wrong() {
        byte[] bytes =
                syn().options(TcpOptions.NONE.withSackPermitted()).build().bytes();
        bytes[36] ^= 1;
        Packet changed = result("-p tcp -j TCPMSS --set-mss 500", Packet.of(bytes));
        assertThat(changed.length()).isEqualTo(48);
        assertThat(changed.transportChecksumOk()).isFalse();
    }

    @Test
    void tcpmss_adds_nothing_before_data_or_behind_a_full_header() {
        String clamp = "-p tcp -j TCPMSS --set-mss 500";
        assertThat(applied(clamp, syn().payload(new byte[4]).build())).isEqualTo(TargetResult.goOn(Effect.Pull.ALL));
        TcpOptions full = TcpOptions.NONE;
        for (int i = 0; i < 40; i++) {
            full = full.withNop();
        }
        assertThat(applied(clamp, syn().options(full).build())).isEqualTo(TargetResult.goOn(Effect.Pull.ALL));
    }

    @Test
    void tcpmss_drops_a_packet_whose_header_is_cut_short_and_a_path_that_holds_no_segment() {
        byte[] cut = Arrays.copyOf(syn().options(OFFERED).build().bytes(), 44);
        cut[3] = 44;
        assertThat(applied("-p tcp -j TCPMSS --set-mss 500", Packet.of(cut)).verdict())
                .contains(Verdict.DROP);
        MatchContext narrow = Met.skb(routed(syn().build(), 40), null);
        assertThat(MANGLE.target("-p tcp -j TCPMSS --clamp-mss-to-pmtu")
                        .apply(narrow)
                        .verdict())
                .contains(Verdict.DROP);
    }

    @Test
    void options_that_are_stripped_become_no_operations() {
        Packet packet = syn().options(OFFERED).build();
        Packet changed = rewritten("-p tcp -j TCPOPTSTRIP --strip-options sack-permitted,timestamp", packet);
        TcpOptions left = changed.tcp().orElseThrow().options();
        assertThat(left.mss()).hasValue(1460);
        assertThat(left.windowScale()).hasValue(7);
        assertThat(left.sackPermitted()).isFalse();
        assertThat(left.timestamps()).isEmpty();
        assertThat(changed.length()).isEqualTo(packet.length());
        assertThat(changed.transportChecksumOk()).isTrue();
    }

    @ParameterizedTest(name = "flags {0}, {1}: {2}")
    @CsvSource({
        "SEW, --ecn-tcp-remove, S",
        "SW, --ecn-tcp-ece 1 --ecn-tcp-cwr 0, SE",
        "S, --ecn-tcp-cwr 1, SW",
    })
    void ecn_sets_and_clears_the_flags_of_tcp(String flags, String options, String after) {
        Packet packet = syn().flags(TcpFlags.parse(flags).orElseThrow()).build();
        Packet changed = rewritten("-p tcp -j ECN " + options, packet);
        assertThat(changed.tcp().orElseThrow().flags())
                .isEqualTo(TcpFlags.parse(after).orElseThrow());
        assertThat(changed.transportChecksumOk()).isTrue();
    }

    private static UdpBuilder udp() {
        return Packets.udp(CLIENT, 4000, SERVER, 53);
    }

    private static TcpBuilder syn() {
        return Packets.tcp(CLIENT, 4000, SERVER, 80).flags(TcpFlags.SYN);
    }

    private static Skb routed(Packet packet, int mtu) {
        return Skb.sent(1, packet)
                .withRoute(Optional.of(new Decision(
                        Decision.Kind.FORWARD,
                        Optional.empty(),
                        Optional.empty(),
                        OptionalInt.of(mtu),
                        Optional.empty())));
    }

    private static TargetResult applied(String text, Packet packet) {
        return MANGLE.target(text).apply(Met.skb(routed(packet, 1400), null));
    }

    private static List<Effect.Rewrite> rewrites(TargetResult result) {
        return result.effects().stream()
                .filter(Effect.Rewrite.class::isInstance)
                .map(Effect.Rewrite.class::cast)
                .toList();
    }

    /** The packet that the target makes. */
    private static Packet rewritten(String text, Packet packet) {
        return rewrites(applied(text, packet)).get(0).packet();
    }

    /** The packet that goes on, changed or not. */
    private static Packet result(String text, Packet packet) {
        TargetResult result = applied(text, packet);
        return rewrites(result).isEmpty() ? packet : rewritten(text, packet);
    }
}
