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

class PacketTranslationTest {
    private static final IpAddress CLIENT = IpAddress.of("10.1.0.2");
    private static final IpAddress PUBLIC = IpAddress.of("10.1.0.1");
    private static final IpAddress SERVER = IpAddress.of("10.2.0.2");
    private static final IpAddress INSIDE = IpAddress.of("10.2.0.1");

    /** 10.1.0.2:4000 > 10.1.0.1:99 that became 10.2.0.1:5000 > 10.2.0.2:53. */
    private static Connection both(int protocol) {
        Tuple original = new Tuple(CLIENT, PUBLIC, protocol, 4000, 99);
        return Connection.fresh(1, Zone.DEFAULT, original, new Tuple(SERVER, INSIDE, protocol, 53, 5000))
                .with(CtStatus.SRC_NAT)
                .with(CtStatus.DST_NAT)
                .with(CtStatus.SRC_NAT_DONE)
                .with(CtStatus.DST_NAT_DONE);
    }

    private static Packet translated(Translation translation) {
        return ((Translation.Translated) translation).packet();
    }

    private static Packet through(Packet packet, Connection connection, Direction direction) {
        Tuple target = PacketTranslation.target(connection, direction);
        Packet behind = translated(PacketTranslation.translate(packet, Manip.DST, target));
        return translated(PacketTranslation.translate(behind, Manip.SRC, target));
    }

    @Test
    void tcp_is_translated_both_ways_with_right_checksums() {
        Packet request =
                Packets.tcp(CLIENT, 4000, PUBLIC, 99).payload(new byte[5]).build();
        assertThat(through(request, both(Protocols.TCP), Direction.ORIGINAL))
                .isEqualTo(Packets.tcp(INSIDE, 5000, SERVER, 53)
                        .payload(new byte[5])
                        .build());
        Packet reply = Packets.tcp(SERVER, 53, INSIDE, 5000).build();
        assertThat(through(reply, both(Protocols.TCP), Direction.REPLY))
                .isEqualTo(Packets.tcp(PUBLIC, 99, CLIENT, 4000).build());
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(ints = {Protocols.UDP, Protocols.UDPLITE, Protocols.SCTP})
    void other_protocols_with_ports_are_translated(int protocol) {
        byte[] transport = {0x0f, (byte) 0xa0, 0, 99, 0, 20, 1, 2, 9, 9, 9, 9, 1, 1, 1, 1, 1, 1, 1, 1};
        Packet request =
                Packets.raw(CLIENT, PUBLIC, protocol).payload(transport).build().withTransportBytes(transport);
        Packet there = through(request, both(protocol), Direction.ORIGINAL);
        assertThat(Tuples.of(there)).contains(new Tuple(INSIDE, SERVER, protocol, 5000, 53));
        assertThat(there.transportChecksumOk()).isTrue();
        assertThat(there.headerChecksumOk()).isTrue();
    }

    @Test
    void udp_without_a_checksum_stays_without() {
        byte[] bytes = Packets.udp(CLIENT, 4000, PUBLIC, 99).build().bytes();
        bytes[26] = 0;
        bytes[27] = 0;
        Packet there = through(Packet.of(bytes), both(Protocols.UDP), Direction.ORIGINAL);
        assertThat(there.udp().orElseThrow().checksum()).isZero();
    }

    @Test
    void a_ping_gets_the_id_of_its_connection() {
        Tuple original = new Tuple(CLIENT, SERVER, Protocols.ICMP, 77, 8 << 8);
        Connection ping = Connection.fresh(
                        1, Zone.DEFAULT, original, new Tuple(SERVER, INSIDE, Protocols.ICMP, 42213, 0))
                .with(CtStatus.SRC_NAT);
        Packet request = Packets.icmpEcho(CLIENT, SERVER, 77, 1).build();
        Tuple target = PacketTranslation.target(ping, Direction.ORIGINAL);
        assertThat(translated(PacketTranslation.translate(request, Manip.SRC, target)))
                .isEqualTo(Packets.icmpEcho(INSIDE, SERVER, 42213, 1).build());
        Packet reply = Packets.icmpEchoReply(SERVER, INSIDE, 42213, 1).build();
        Tuple back = PacketTranslation.target(ping, Direction.REPLY);
        assertThat(translated(PacketTranslation.translate(reply, Manip.DST, back)))
                .isEqualTo(Packets.icmpEchoReply(SERVER, CLIENT, 77, 1).build());
    }

    @Test
    void a_ping_of_ipv6_is_translated_with_its_pseudo_header() {
        IpAddress client = IpAddress.of("fd00::2");
        IpAddress server = IpAddress.of("fd01::2");
        IpAddress router = IpAddress.of("fd01::1");
        Packet request = Packets.icmpEcho(client, server, 77, 1).build();
        Tuple target = new Tuple(router, server, Protocols.ICMPV6, 78, 128 << 8);
        assertThat(translated(PacketTranslation.translate(request, Manip.SRC, target)))
                .isEqualTo(Packets.icmpEcho(router, server, 78, 1).build());
    }

    @Test
    void the_call_id_of_gre_is_the_receivers() {
        byte[] ppp = {0x30, 1, (byte) 0x88, 0x0b, 0, 4, 0, 7, 1, 2, 3, 4};
        Packet packet = Packets.raw(CLIENT, PUBLIC, Protocols.GRE).payload(ppp).build();
        Tuple target = new Tuple(INSIDE, SERVER, Protocols.GRE, 0, 0x1234);
        Packet there = translated(PacketTranslation.translate(packet, Manip.DST, target));
        assertThat(there.u16(26)).isEqualTo(0x1234);
        assertThat(there.destination()).isEqualTo(SERVER);
        assertThat(translated(PacketTranslation.translate(packet, Manip.SRC, target))
                        .u16(26))
                .isEqualTo(7);
        ppp[1] = 2;
        Packet unknown = Packets.raw(CLIENT, PUBLIC, Protocols.GRE).payload(ppp).build();
        assertThat(PacketTranslation.translate(unknown, Manip.DST, target))
                .isEqualTo(new Translation.Dropped("GRE of unknown version 2"));
    }

    @Test
    void a_protocol_without_ports_has_its_address_changed() {
        Packet packet = Packets.raw(CLIENT, PUBLIC, 99).payload(new byte[] {1}).build();
        assertThat(through(packet, both(99), Direction.ORIGINAL))
                .isEqualTo(
                        Packets.raw(INSIDE, SERVER, 99).payload(new byte[] {1}).build());
    }

    @ParameterizedTest(name = "{0} of a connection with {1}, {2} direction: {3}")
    @CsvSource({
        "SRC, SRC_NAT, ORIGINAL, true",
        "DST, SRC_NAT, ORIGINAL, false",
        "SRC, SRC_NAT, REPLY, false",
        "DST, SRC_NAT, REPLY, true",
        "SRC, DST_NAT, REPLY, true",
        "DST, DST_NAT, ORIGINAL, true",
        "SRC, DST_NAT, ORIGINAL, false"
    })
    void the_ends_change_sides_with_the_direction(Manip manip, CtStatus bit, Direction direction, boolean applies) {
        Tuple tuple = new Tuple(CLIENT, SERVER, Protocols.UDP, 1, 2);
        Connection connection = Connection.fresh(
                        1, Zone.DEFAULT, tuple, Tuples.inverse(tuple).orElseThrow())
                .with(bit);
        assertThat(PacketTranslation.applies(connection, direction, manip)).isEqualTo(applies);
    }

    @Test
    void an_error_of_the_server_is_translated_outside_and_inside() {
        Packet seen = Packets.udp(INSIDE, 5000, SERVER, 53).payload(new byte[9]).build();
        Packet error = Packets.icmp(SERVER, INSIDE, 3, 3).quoting(seen).build();
        Packet first = translated(error, Manip.DST);
        Packet sent = Packets.udp(CLIENT, 4000, SERVER, 53).payload(new byte[9]).build();
        assertThat(first)
                .isEqualTo(Packets.icmp(SERVER, CLIENT, 3, 3).quoting(sent).build());
        Packet second = translated(first, Manip.SRC);
        Packet original =
                Packets.udp(CLIENT, 4000, PUBLIC, 99).payload(new byte[9]).build();
        assertThat(second)
                .isEqualTo(Packets.icmp(PUBLIC, CLIENT, 3, 3).quoting(original).build());
    }

    @Test
    void a_router_on_the_way_speaks_with_the_address_that_the_client_used() {
        Packet seen = Packets.udp(INSIDE, 5000, SERVER, 53).build();
        Packet error = Packets.icmp(IpAddress.of("10.2.0.77"), INSIDE, 11, 0)
                .quoting(seen)
                .build();
        Packet client = translated(translated(error, Manip.DST), Manip.SRC);
        assertThat(client.source()).isEqualTo(PUBLIC);
        assertThat(client.destination()).isEqualTo(CLIENT);
    }

    private static Packet translated(Packet error, Manip manip) {
        return translated(
                PacketTranslation.translateIcmpError(error, both(Protocols.UDP), CtInfo.RELATED_REPLY, manip));
    }

    @ParameterizedTest(name = "{0} quoted bytes: {1}")
    @CsvSource({"24, Dropped", "27, Dropped", "28, Translated", "40, Translated"})
    void eight_quoted_bytes_are_needed_behind_the_header(int length, String outcome) {
        byte[] seen = Packets.udp(INSIDE, 5000, SERVER, 53)
                .payload(new byte[20])
                .build()
                .bytes();
        Packet error = Packets.icmp(SERVER, INSIDE, 3, 1)
                .payload(Arrays.copyOf(seen, length))
                .build();
        assertThat(PacketTranslation.translateIcmpError(error, both(Protocols.UDP), CtInfo.RELATED_REPLY, Manip.DST)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void a_quoted_tcp_header_keeps_its_checksum_unless_it_is_whole() {
        Connection tcp = both(Protocols.TCP);
        byte[] seen = Packets.tcp(INSIDE, 5000, SERVER, 53).build().bytes();
        Packet cut = Packets.icmp(SERVER, INSIDE, 3, 1)
                .payload(Arrays.copyOf(seen, 39))
                .build();
        Packet there = translated(PacketTranslation.translateIcmpError(cut, tcp, CtInfo.RELATED_REPLY, Manip.DST));
        assertThat(there.quoted().orElseThrow().u16(36))
                .isEqualTo(Packet.of(seen).u16(36));
        assertThat(there.transportChecksumOk()).isTrue();
        Packet whole = Packets.icmp(SERVER, INSIDE, 3, 1).payload(seen).build();
        Packet done = translated(PacketTranslation.translateIcmpError(whole, tcp, CtInfo.RELATED_REPLY, Manip.DST));
        assertThat(done.quoted()).contains(Packets.tcp(CLIENT, 4000, SERVER, 53).build());
    }

    @Test
    void bytes_behind_the_quoted_packet_stay() {
        byte[] seen = Packets.udp(INSIDE, 5000, SERVER, 53).build().bytes();
        byte[] body = Arrays.copyOf(seen, seen.length + 4);
        body[body.length - 1] = 7;
        Packet error = Packets.icmp(SERVER, INSIDE, 3, 1).payload(body).build();
        Packet there = translated(error, Manip.DST);
        assertThat(there.length()).isEqualTo(error.length());
        assertThat(there.u8(there.length() - 1)).isEqualTo(7);
        assertThat(there.transportChecksumOk()).isTrue();
    }

    @Test
    void a_redirect_about_a_translated_or_undecided_flow_is_dropped() {
        Packet seen = Packets.udp(INSIDE, 5000, SERVER, 53).build();
        Packet redirect = Packets.icmp(SERVER, INSIDE, 5, 1).quoting(seen).build();
        assertThat(PacketTranslation.translateIcmpError(redirect, both(Protocols.UDP), CtInfo.RELATED_REPLY, Manip.DST))
                .isInstanceOf(Translation.Dropped.class);
        Tuple tuple = Tuples.of(seen).orElseThrow();
        Connection plain =
                Connection.fresh(1, Zone.DEFAULT, tuple, Tuples.inverse(tuple).orElseThrow());
        assertThat(PacketTranslation.translateIcmpError(redirect, plain, CtInfo.RELATED_REPLY, Manip.DST))
                .isInstanceOf(Translation.Dropped.class);
        Connection decided = plain.with(CtStatus.SRC_NAT_DONE).with(CtStatus.DST_NAT_DONE);
        assertThat(translated(PacketTranslation.translateIcmpError(redirect, decided, CtInfo.RELATED_REPLY, Manip.DST)))
                .isEqualTo(redirect);
    }

    @Test
    void an_error_of_ipv6_is_translated_too() {
        IpAddress client = IpAddress.of("fd00::2");
        IpAddress server = IpAddress.of("fd01::2");
        IpAddress router = IpAddress.of("fd01::1");
        Connection connection = Connection.fresh(
                        1,
                        Zone.DEFAULT,
                        new Tuple(client, server, Protocols.UDP, 4000, 53),
                        new Tuple(server, router, Protocols.UDP, 53, 4000))
                .with(CtStatus.SRC_NAT);
        Packet seen = Packets.udp(router, 4000, server, 53).build();
        Packet error = Packets.icmp(server, router, 1, 4).quoting(seen).build();
        Packet sent = Packets.udp(client, 4000, server, 53).build();
        assertThat(translated(PacketTranslation.translateIcmpError(error, connection, CtInfo.RELATED_REPLY, Manip.DST)))
                .isEqualTo(Packets.icmp(server, client, 1, 4).quoting(sent).build());
    }
}
