package nfstep.conntrack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IcmpRelationsTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");
    private static final IpAddress ROUTER = IpAddress.of("10.2.0.77");
    private static final Packet REQUEST =
            Packets.udp(CLIENT, 4000, SERVER, 53).payload(new byte[30]).build();

    private static ConntrackTable table() {
        Nat nat = new Nat();
        nat.confirm(nat.fresh(Tuples.of(REQUEST).orElseThrow()));
        return nat.table();
    }

    private static IcmpRelation relation(Packet packet) {
        return IcmpRelations.of(packet, Zone.DEFAULT, table(), true);
    }

    private static String refusal(Packet packet) {
        return ((IcmpRelation.Refused) relation(packet)).why();
    }

    @ParameterizedTest(name = "type {0}")
    @ValueSource(ints = {3, 4, 5, 11, 12})
    void an_error_about_a_request_is_related_in_the_reply_direction(int type) {
        Packet error = Packets.icmp(ROUTER, CLIENT, type, 0).quoting(REQUEST).build();
        IcmpRelation.Related related = (IcmpRelation.Related) relation(error);
        assertThat(related.connection().id()).isEqualTo(1);
        assertThat(related.info()).isEqualTo(CtInfo.RELATED_REPLY);
        assertThat(related.inner()).isEqualTo(Tuples.of(REQUEST).orElseThrow());
    }

    @Test
    void an_error_about_a_reply_is_related_in_the_original_direction() {
        Packet reply = Packets.udp(SERVER, 53, CLIENT, 4000).build();
        Packet error = Packets.icmp(CLIENT, SERVER, 3, 3).quoting(reply).build();
        assertThat(((IcmpRelation.Related) relation(error)).info()).isEqualTo(CtInfo.RELATED);
    }

    @ParameterizedTest(name = "{0} quoted bytes: {1}")
    @CsvSource({
        "19, the error quotes no packet",
        "20, the error quotes too little of udp",
        "23, the error quotes too little of udp",
        "24, ''",
        "58, ''"
    })
    void the_ports_must_be_quoted(int length, String why) {
        byte[] quoted = Arrays.copyOf(REQUEST.bytes(), length);
        IcmpRelation relation =
                relation(Packets.icmp(ROUTER, CLIENT, 3, 1).payload(quoted).build());
        assertThat(relation instanceof IcmpRelation.Refused refused ? refused.why() : "")
                .isEqualTo(why);
    }

    @Test
    void an_error_about_a_later_fragment_or_another_error_is_refused() {
        byte[] fragment = REQUEST.bytes();
        fragment[7] = 5;
        assertThat(refusal(Packets.icmp(ROUTER, CLIENT, 11, 1).payload(fragment).build()))
                .isEqualTo("the error quotes a fragment other than the first");
        Packet error = Packets.icmp(CLIENT, SERVER, 3, 1).quoting(REQUEST).build();
        assertThat(refusal(Packets.icmp(ROUTER, CLIENT, 11, 0).quoting(error).build()))
                .isEqualTo("the error quotes an ICMP message that has no answer");
    }

    @Test
    void a_wrong_checksum_of_the_quoted_header_does_not_matter() {
        byte[] quoted = REQUEST.bytes();
        quoted[10]++;
        assertThat(relation(Packets.icmp(ROUTER, CLIENT, 3, 1).payload(quoted).build()))
                .isInstanceOf(IcmpRelation.Related.class);
    }

    @Test
    void an_error_must_go_where_its_connection_goes() {
        Packet other = Packets.udp(CLIENT, 1, SERVER, 53).build();
        assertThat(refusal(Packets.icmp(ROUTER, CLIENT, 3, 1).quoting(other).build()))
                .isEqualTo("an error about no known connection");
        assertThat(refusal(Packets.icmp(ROUTER, IpAddress.of("10.1.0.3"), 3, 1)
                        .quoting(REQUEST)
                        .build()))
                .isEqualTo("an error to 10.1.0.3 about connection 1, which concerns 10.1.0.2");
    }

    @Test
    void a_bad_checksum_counts_only_where_it_is_looked_at() {
        byte[] bytes =
                Packets.icmp(ROUTER, CLIENT, 3, 1).quoting(REQUEST).build().bytes();
        bytes[22]++;
        assertThat(refusal(Packet.of(bytes))).isEqualTo("bad ICMP checksum");
        assertThat(IcmpRelations.of(Packet.of(bytes), Zone.DEFAULT, table(), false))
                .isInstanceOf(IcmpRelation.Related.class);
    }

    @Test
    void queries_and_other_protocols_are_ordinary_and_unknown_types_refused() {
        assertThat(relation(REQUEST)).isInstanceOf(IcmpRelation.Ordinary.class);
        assertThat(relation(Packets.icmpEcho(CLIENT, SERVER, 1, 1).build())).isInstanceOf(IcmpRelation.Ordinary.class);
        assertThat(refusal(Packets.icmp(CLIENT, SERVER, 19, 0).build())).isEqualTo("unknown ICMP type 19");
        assertThat(refusal(Packets.raw(CLIENT, SERVER, Protocols.ICMP)
                        .payload(new byte[7])
                        .build()))
                .isEqualTo("short packet: 7 bytes of ICMP");
    }

    @ParameterizedTest(name = "ICMPv6 type {0}: {1}")
    @CsvSource({
        "130, Untracked",
        "131, Untracked",
        "132, Untracked",
        "133, Untracked",
        "134, Untracked",
        "135, Untracked",
        "136, Untracked",
        "143, Untracked",
        "151, Untracked",
        "152, Untracked",
        "128, Ordinary",
        "129, Ordinary",
        "138, Ordinary",
        "139, Ordinary",
        "1, Refused",
        "2, Refused",
        "127, Refused"
    })
    void icmpv6_types(int type, String relation) {
        IpAddress a = IpAddress.of("fe80::1");
        IpAddress b = IpAddress.of("fe80::2");
        assertThat(relation(Packets.icmp(a, b, type, 0).payload(new byte[40]).build())
                        .getClass()
                        .getSimpleName())
                .isEqualTo(relation);
    }

    @ParameterizedTest(name = "hop limit {0}, option {1}: {2}")
    @CsvSource({"255, 4, Related", "64, 4, Refused", "255, 2, Ordinary", "255, 0, Refused"})
    void a_redirect_of_neighbour_discovery_quotes_in_an_option(int hopLimit, int option, String relation) {
        Packet request = Packets.udp(IpAddress.of("fd00::2"), 4000, IpAddress.of("fd01::2"), 53)
                .build();
        Nat nat = new Nat();
        nat.confirm(nat.fresh(Tuples.of(request).orElseThrow()));
        byte[] body = new byte[32 + 8 + request.length()];
        body[32] = (byte) option;
        body[33] = (byte) (option == 0 ? 0 : 7);
        System.arraycopy(request.bytes(), 0, body, 40, request.length());
        Packet redirect = Packets.icmp(IpAddress.of("fe80::1"), IpAddress.of("fd00::2"), 137, 0)
                .payload(body)
                .ttl(hopLimit)
                .build();
        assertThat(IcmpRelations.of(redirect, Zone.DEFAULT, nat.table(), true)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(relation);
    }
}
