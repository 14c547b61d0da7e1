package nfstep.packet;

import java.util.Optional;

/** An IPv4 address as its 32 bits. */
public record Ipv4Address(int bits) implements IpAddress {
    /** {@code 0.0.0.0}. */
    public static final Ipv4Address ANY = new Ipv4Address(0);
    /** {@code 127.0.0.1}. */
    public static final Ipv4Address LOCALHOST = new Ipv4Address(0x7f000001);
    /** {@code 255.255.255.255}. */
    public static final Ipv4Address BROADCAST = new Ipv4Address(-1);
    /** {@code 224.0.0.1}. */
    public static final Ipv4Address ALL_HOSTS = new Ipv4Address(0xe0000001);

    /** Reads four decimal numbers, without leading zeros, as inet_pton(3). */
    public static Optional<Ipv4Address> parse(String text) {
        int bits = 0;
        int from = 0;
        for (int i = 0; i < 4; i++) {
            int dot = i < 3 ? text.indexOf('.', from) : text.length();
            int octet = dot < 0 ? -1 : octet(text, from, dot);
            if (octet < 0) {
                return Optional.empty();
            }
            bits = bits << 8 | octet;
            from = dot + 1;
        }
        return Optional.of(new Ipv4Address(bits));
    }

    /** As {@link #parse}, for text that is known to be an address. */
    public static Ipv4Address of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IPv4 address: " + text));
    }

    static Ipv4Address mask(int length) {
        return new Ipv4Address(length == 0 ? 0 : -1 << (32 - length));
    }

    @Override
    public IpFamily family() {
        return IpFamily.IPV4;
    }

    @Override
    public byte[] bytes() {
        byte[] bytes = new byte[4];
        Wire.put32(bytes, 0, bits);
        return bytes;
    }

    @Override
    public boolean isMulticast() {
        return bits >>> 28 == 0xe;
    }

    @Override
    public boolean isLoopback() {
        return bits >>> 24 == 127;
    }

    @Override
    public boolean isUnspecified() {
        return bits == 0;
    }

    @Override
    public boolean isLinkLocal() {
        return bits >>> 16 == 0xa9fe;
    }

    @Override
    public boolean isLinkLocalGroup() {
        return bits >>> 8 == 0xe00000;
    }

    @Override
    public boolean isLimitedBroadcast() {
        return bits == -1;
    }

    @Override
    public Ipv4Address plus(long places) {
        return new Ipv4Address((int) (bits + places));
    }

    @Override
    public Ipv4Address and(IpAddress mask) {
        return new Ipv4Address(bits & bitsOf(mask));
    }

    @Override
    public Ipv4Address or(IpAddress other) {
        return new Ipv4Address(bits | bitsOf(other));
    }

    @Override
    public Ipv4Address not() {
        return new Ipv4Address(~bits);
    }

    @Override
    public int compareTo(IpAddress other) {
        return other instanceof Ipv4Address o ? Integer.compareUnsigned(bits, o.bits) : -1;
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xff) + "." + (bits >>> 8 & 0xff) + "." + (bits & 0xff);
    }

    private static int bitsOf(IpAddress other) {
        if (other instanceof Ipv4Address o) {
            return o.bits;
        }
        throw new IllegalArgumentException("not an IPv4 address: " + other);
    }

    private static int octet(String text, int from, int to) {
        if (to - from < 1 || to - from > 3 || (to - from > 1 && text.charAt(from) == '0')) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value <= 255 ? value : -1;
    }
}
