package nfstep.packet;

import java.util.Arrays;

/** The IP header of a packet to be built. */
record IpFields(IpAddress source, IpAddress destination, int protocol, int ttl, int tos, int id, boolean dontFragment) {
    private static final int DEFAULT_TTL = 64;

    IpFields {
        if (source.family() != destination.family()) {
            throw new IllegalArgumentException("addresses of two families: " + source + " and " + destination);
        }
        Wire.fit("protocol", protocol, 8);
        Wire.fit("ttl", ttl, 8);
        Wire.fit("tos", tos, 8);
        Wire.fit("id", id, 16);
    }

    static IpFields of(IpAddress source, IpAddress destination, int protocol) {
        return new IpFields(source, destination, protocol, DEFAULT_TTL, 0, 0, false);
    }

    IpFamily family() {
        return source.family();
    }

    IpFields withTtl(int value) {
        return new IpFields(source, destination, protocol, value, tos, id, dontFragment);
    }

    IpFields withTos(int value) {
        return new IpFields(source, destination, protocol, ttl, value, id, dontFragment);
    }

    IpFields withId(int value) {
        return new IpFields(source, destination, protocol, ttl, tos, value, dontFragment);
    }

    IpFields withDontFragment(boolean value) {
        return new IpFields(source, destination, protocol, ttl, tos, id, value);
    }

    /** The packet with an upper layer whose checksum is made right. */
    Packet packet(byte[] transport) {
        byte[] header = family() == IpFamily.IPV4 ? ipv4(transport.length) : ipv6(transport.length);
        byte[] bytes = Arrays.copyOf(header, header.length + transport.length);
        System.arraycopy(transport, 0, bytes, header.length, transport.length);
        Transport.seal(bytes, Layout.of(bytes));
        return Packet.adopt(bytes);
    }

    private byte[] ipv4(int transportLength) {
        byte[] b = new byte[Layout.IPV4_HEADER];
        Wire.put16(b, 0, 0x4500 | tos);
        Wire.put16(b, 2, Wire.fit("length", b.length + transportLength, 16));
        Wire.put16(b, 4, id);
        Wire.put16(b, 6, dontFragment ? Layout.DONT_FRAGMENT : 0);
        Wire.put16(b, 8, ttl << 8 | protocol);
        System.arraycopy(source.bytes(), 0, b, 12, 4);
        System.arraycopy(destination.bytes(), 0, b, 16, 4);
        Wire.put16(b, 10, Checksum.of(b, 0, b.length));
        return b;
    }

    private byte[] ipv6(int transportLength) {
        byte[] b = new byte[Layout.IPV6_HEADER];
        Wire.put16(b, 0, 0x6000 | tos << 4);
        Wire.put16(b, 4, Wire.fit("length", transportLength, 16));
        Wire.put16(b, 6, protocol << 8 | ttl);
        System.arraycopy(source.bytes(), 0, b, 8, 16);
        System.arraycopy(destination.bytes(), 0, b, 24, 16);
        return b;
    }
}
