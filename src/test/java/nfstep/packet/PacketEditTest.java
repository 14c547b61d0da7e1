package nfstep.packet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PacketEditTest {
    private static final int CASES = 10_000;

    @ParameterizedTest(name = "{0}")
    @EnumSource(IpFamily.class)
    void an_edited_packet_is_the_one_built_with_the_new_values(IpFamily family) {
        Random random = new Random(family.bits());
        for (int i = 0; i < CASES; i++) {
            Values before = Values.random(random, family);
            Values after = Values.random(random, family).with(before.kind, before.payload);
            assertThat(edit(before.packet(), after)).isEqualTo(after.packet());
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(IpFamily.class)
    void a_wrong_checksum_stays_wrong(IpFamily family) {
        Random random = new Random(family.bits() + 1);
        for (int i = 0; i < 1000; i++) {
            Values before = Values.random(random, family);
            Packet right = before.packet();
            byte[] bytes = right.bytes();
            bytes[bytes.length - 1] ^= 0x40;
            Packet wrong = edit(Packet.of(bytes), Values.random(random, family).with(before.kind, before.payload));
            assertThat(wrong.transportChecksumOk()).as(wrong.toString()).isFalse();
        }
    }

    @Test
    void a_udp_checksum_of_zero_stays_zero() {
        byte[] bytes = Packets.udp(IpAddress.of("10.0.0.1"), 1, IpAddress.of("10.0.0.2"), 2)
                .build()
                .bytes();
        Wire.put16(bytes, 26, 0);
        Packet changed = Packet.of(bytes).withSource(IpAddress.of("1.2.3.4")).withDestinationPort(53);
        assertThat(changed.udp().orElseThrow().checksum()).isZero();
        assertThat(changed.transportChecksumOk()).isTrue();
    }

    private static Packet edit(Packet packet, Values to) {
        Packet edited = packet.withSource(to.source)
                .withDestination(to.destination)
                .withTtl(to.ttl)
                .withTos(to.tos);
        if (packet.isIpv4()) {
            edited = edited.withId(to.first).withDontFragment(to.dontFragment);
        }
        return to.kind == 2
                ? edited.withIcmpId(to.first)
                : edited.withSourcePort(to.first).withDestinationPort(to.second);
    }

    private static final class Values {
        final IpAddress source;
        final IpAddress destination;
        final int ttl;
        final int tos;
        final int first;
        final int second;
        final boolean dontFragment;
        int kind;
        byte[] payload;

        private Values(Random random, IpFamily family) {
            source = address(random, family);
            destination = address(random, family);
            ttl = random.nextInt(256);
            tos = random.nextInt(256);
            first = random.nextInt(65536);
            second = random.nextInt(65536);
            dontFragment = random.nextBoolean();
            kind = random.nextInt(3);
            payload = new byte[random.nextInt(1, 40)];
            random.nextBytes(payload);
        }

        static Values random(Random random, IpFamily family) {
            return new Values(random, family);
        }

        Values with(int sameKind, byte[] samePayload) {
            kind = sameKind;
            payload = samePayload;
            return this;
        }

        Packet packet() {
            return switch (kind) {
                case 0 -> ip(Packets.tcp(source, first, destination, second).payload(payload));
                case 1 -> ip(Packets.udp(source, first, destination, second).payload(payload));
                default -> ip(Packets.icmpEcho(source, destination, first, 7).payload(payload));
            };
        }

        private <B extends PacketBuilder<B>> Packet ip(B builder) {
            B sized = builder.ttl(ttl).tos(tos);
            return source.family() == IpFamily.IPV4
                    ? sized.id(first).dontFragment(dontFragment).build()
                    : sized.build();
        }

        private static IpAddress address(Random random, IpFamily family) {
            byte[] bytes = new byte[family.bits() / 8];
            random.nextBytes(bytes);
            return IpAddress.of(bytes);
        }
    }
}
