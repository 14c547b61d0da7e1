package nfstep.packet;

import java.util.Arrays;

/** The IP header of a packet to be built; the fragment word is that of IPv4. */
record IpFields(
        IpAddress source,
        IpAddress destination,
        int protocol,
        int ttl,
        int tos,
        int id,
        int fragment,
        int flowLabel,
        Bytes options) {
    private static final int DEFAULT_TTL = 64;
    private static final int MOST_OPTIONS = 40;

    IpFields {
        if (source.family() != destination.family()) {
            throw new IllegalArgumentException("addresses of two families: " + source + " and " + destination);
        }
        if (options.length() > MOST_OPTIONS || options.length() % 4 != 0) {
            throw new IllegalArgumentException("IP options of " + options.length() + " bytes");
        }
        boolean ipv4Only = id != 0 || fragment != 0 || options.length() > 0;
        if (source.family() == IpFamily.IPV4 ? flowLabel != 0 : ipv4Only) {
            throw new IllegalArgumentException("a field that " + source.family() + " does not have");
        }
        Wire.fit("protocol", protocol, 8);
        Wire.fit("ttl", ttl, 8);
        Wire.fit("tos", tos, 8);
        Wire.fit("id", id, 16);
        Wire.fit("fragment word", fragment, 16);
        Wire.fit("flow label", flowLabel, 20);
    }

    static IpFields of(IpAddress source, IpAddress destination, int protocol) {
        return new IpFields(source, destination, protocol, DEFAULT_TTL, 0, 0, 0, 0, Bytes.EMPTY);
    }

    IpFamily family() {
        return source.family();
    }

    IpFields withTtl(int value) {
        return new IpFields(source, destination, protocol, value, tos, id, fragment, flowLabel, options);
    }

    IpFields withTos(int value) {
        return new IpFields(source, destination, protocol, ttl, value, id, fragment, flowLabel, options);
    }

    IpFields withId(int value) {
        return new IpFields(source, destination, protocol, ttl, tos, value, fragment, flowLabel, options);
    }

    IpFields withFragment(int word) {
        return new IpFields(source, destination, protocol, ttl, tos, id, word, flowLabel, options);
    }

    IpFields withFlowLabel(int value) {
        return new IpFields(source, destination, protocol, ttl, tos, id, fragment, value, options);
    }

    IpFields withOptions(Bytes some) {
        return new IpFields(source, destination, protocol, ttl, tos, id, fragment, flowLabel, some);
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
        byte[] b = new byte[Layout.IPV4_HEADER + options.length()];
        Wire.put16(b, 0, 0x4000 | (b.length / 4) << 8 | tos);
        Wire.put16(b, 2, Wire.fit("length", b.length + transportLength, 16));
        Wire.put16(b, 4, id);
        Wire.put16(b, 6, fragment);
        Wire.put16(b, 8, ttl << 8 | protocol);
        System.arraycopy(source.bytes(), 0, b, 12, 4);
        System.arraycopy(destination.bytes(), 0, b, 16, 4);
        System.arraycopy(options.toArray(), 0, b, Layout.IPV4_HEADER, options.length());
        Wire.put16(b, 10, Checksum.of(b, 0, b.length));
        return b;
    }

    private byte[] ipv6(int transportLength) {
        byte[] b = new byte[Layout.IPV6_HEADER];
        Wire.put32(b, 0, 0x6000_0000 | tos << 20 | flowLabel);
        Wire.put16(b, 4, Wire.fit("length", transportLength, 16));
        Wire.put16(b, 6, protocol << 8 | ttl);
        System.arraycopy(source.bytes(), 0, b, 8, 16);
        System.arraycopy(destination.bytes(), 0, b, 24, 16);
        return b;
    }
}
