package nfstep.packet;

import java.util.Optional;

/** An IPv6 address as its upper and lower 64 bits. */
public record Ipv6Address(long high, long low) implements IpAddress {
    /** {@code ::}. */
    public static final Ipv6Address ANY = new Ipv6Address(0, 0);
    /** {@code ::1}. */
    public static final Ipv6Address LOCALHOST = new Ipv6Address(0, 1);

    /** Reads the text forms of RFC 4291 section 2.2, as inet_pton(3). */
    public static Optional<Ipv6Address> parse(String text) {
        return Ipv6Text.parse(text);
    }

    /** As {@link #parse}, for text that is known to be an address. */
    public static Ipv6Address of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IPv6 address: " + text));
    }

    static Ipv6Address mask(int length) {
        return new Ipv6Address(ones(Math.min(length, 64)), ones(Math.max(length - 64, 0)));
    }

    @Override
    public IpFamily family() {
        return IpFamily.IPV6;
    }

    @Override
    public byte[] bytes() {
        byte[] bytes = new byte[16];
        Wire.put64(bytes, 0, high);
        Wire.put64(bytes, 8, low);
        return bytes;
    }

    /** One of the eight groups, from the left. */
    public int group(int n) {
        return (int) ((n < 4 ? high : low) >>> (48 - 16 * (n & 3))) & 0xffff;
    }

    @Override
    public boolean isMulticast() {
        return high >>> 56 == 0xff;
    }

    @Override
    public boolean isLoopback() {
        return equals(LOCALHOST);
    }

    @Override
    public boolean isUnspecified() {
        return high == 0 && low == 0;
    }

    @Override
    public boolean isLinkLocal() {
        return high >>> 54 == 0x3fa;
    }

    @Override
    public boolean isLinkLocalGroup() {
        return (high >>> 48 & 0xff0f) == 0xff02;
    }

    @Override
    public boolean isLimitedBroadcast() {
        return false;
    }

    @Override
    public Ipv6Address plus(long places) {
        long sum = low + places;
        boolean over = places > 0 && Long.compareUnsigned(sum, low) < 0;
        boolean under = places < 0 && Long.compareUnsigned(sum, low) > 0;
        return new Ipv6Address(high + (over ? 1 : 0) - (under ? 1 : 0), sum);
    }

    @Override
    public Ipv6Address and(IpAddress mask) {
        Ipv6Address m = same(mask);
        return new Ipv6Address(high & m.high, low & m.low);
    }

    @Override
    public Ipv6Address or(IpAddress other) {
        Ipv6Address o = same(other);
        return new Ipv6Address(high | o.high, low | o.low);
    }

    @Override
    public Ipv6Address not() {
        return new Ipv6Address(~high, ~low);
    }

    @Override
    public int compareTo(IpAddress other) {
        if (!(other instanceof Ipv6Address o)) {
            return 1;
        }
        int byHigh = Long.compareUnsigned(high, o.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, o.low);
    }

    @Override
    public String toString() {
        return Ipv6Text.print(this);
    }

    private static Ipv6Address same(IpAddress other) {
        if (other instanceof Ipv6Address o) {
            return o;
        }
        throw new IllegalArgumentException("not an IPv6 address: " + other);
    }

    private static long ones(int count) {
        return count == 0 ? 0 : -1L << (64 - count);
    }
}
