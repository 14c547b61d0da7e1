package nfstep.rules.xt;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.PacketBuilder;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.packet.TcpOptions;

/** Makes packets that a socket of this host can send to this host over its loopback device. */
final class RandomPackets {
    private static final List<IpAddress> SOURCES4 = addresses("127.0.0.1 10.1.0.2 10.255.0.1 192.168.5.7 224.0.0.5");
    private static final List<IpAddress> TARGETS4 = addresses("127.0.0.1 127.0.0.3 127.0.0.9");
    private static final List<IpAddress> SOURCES6 = addresses("::1 2001:db8::5 fe80::7 2001:db8:1::1");
    private static final List<IpAddress> TARGETS6 = addresses("::1");

    private final Random random;
    private final IpFamily family;

    RandomPackets(long seed, IpFamily family) {
        this.random = new Random(seed);
        this.family = family;
    }

    private static List<IpAddress> addresses(String words) {
        return List.of(words.split(" ", -1)).stream().map(IpAddress::of).toList();
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private int port() {
        return random.nextInt(6) == 0 ? random.nextInt(65536) : one(List.of(0, 1, 22, 53, 80, 443, 4000, 65535));
    }

    Packet next() {
        IpAddress source = one(family == IpFamily.IPV4 ? SOURCES4 : SOURCES6);
        IpAddress target = one(family == IpFamily.IPV4 ? TARGETS4 : TARGETS6);
        PacketBuilder<?> builder =
                switch (random.nextInt(7)) {
                    case 0, 1 ->
                        Packets.tcp(source, port(), target, port())
                                .flags(random.nextInt(64))
                                .options(one(List.of(TcpOptions.NONE, options(), TcpOptions.NONE.withNop())))
                                .payload(letters(random.nextInt(20)));
                    case 2 -> Packets.udp(source, port(), target, port()).payload(letters(random.nextInt(40)));
                    case 3 -> Packets.icmp(source, target, icmpType(), random.nextInt(5));
                    default -> other(source, target);
                };
        Packet packet = builder.ttl(one(List.of(1, 63, 64, 65, 255)))
                .tos(one(List.of(0, 0x10, 0x12, 0xb8, 1)))
                .build();
        return family == IpFamily.IPV4 ? packet.withId(1 + random.nextInt(65535)) : packet;
    }

    private byte[] letters(int length) {
        byte[] letters = new byte[length];
        for (int i = 0; i < length; i++) {
            letters[i] = (byte) (char) one(List.of('\0', 'a', 'A', 'b', 'B'));
        }
        return letters;
    }

    private static TcpOptions options() {
        return TcpOptions.NONE
                .withMss(1460)
                .withSackPermitted()
                .withTimestamps(1, 2)
                .withNop()
                .withWindowScale(7);
    }

    private int icmpType() {
        return one(family == IpFamily.IPV4 ? List.of(0, 3, 5, 8, 11, 13) : List.of(1, 3, 128, 129));
    }

    private PacketBuilder<?> other(IpAddress source, IpAddress target) {
        List<Integer> protocols = family == IpFamily.IPV4
                ? List.of(
                        Protocols.SCTP,
                        Protocols.SCTP,
                        Protocols.DCCP,
                        Protocols.ESP,
                        Protocols.AH,
                        Protocols.IPCOMP,
                        99)
                : List.of(Protocols.SCTP, Protocols.SCTP, Protocols.DCCP, Protocols.ESP, Protocols.IPCOMP, 99);
        int protocol = one(protocols);
        byte[] payload =
                switch (protocol) {
                    case Protocols.SCTP -> withPorts(12, chunk(), chunk(), chunk());
                    case Protocols.DCCP -> dccp();
                    default -> few(16);
                };
        boolean cut = random.nextInt(6) == 0;
        return Packets.raw(source, target, protocol)
                .payload(cut ? Arrays.copyOf(payload, random.nextInt(payload.length)) : payload);
    }

    /** Two ports and what follows them. */
    private byte[] withPorts(int header, byte[]... behind) {
        int length = header;
        for (byte[] part : behind) {
            length += part.length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        bytes.putShort((short) port()).putShort((short) port()).position(header);
        for (byte[] part : behind) {
            bytes.put(part);
        }
        return bytes.array();
    }

    /** A chunk of SCTP, or none. */
    private byte[] chunk() {
        int length = random.nextInt(9);
        byte[] chunk = few(length < 4 ? 0 : (length + 3) & ~3);
        if (chunk.length > 0) {
            chunk[0] = one(List.of((byte) 0, (byte) 1, (byte) 3, (byte) 6, (byte) 64, (byte) 200));
            chunk[2] = 0;
            chunk[3] = (byte) (random.nextInt(8) == 0 ? random.nextInt(20) : length);
        }
        return chunk;
    }

    private byte[] dccp() {
        int type = random.nextInt(16);
        byte[] packet = withPorts(12, few(12), few(random.nextInt(4) * 4));
        packet[4] = (byte) (random.nextInt(4) == 0 ? random.nextInt(8) : packet.length / 4);
        packet[8] = (byte) (type << 1 | random.nextInt(2));
        return packet;
    }

    /** Bytes of which there are few. */
    private byte[] few(int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) random.nextInt(5);
        }
        return bytes;
    }
}
