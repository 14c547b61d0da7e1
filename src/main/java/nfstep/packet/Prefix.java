package nfstep.packet;

import java.util.Optional;

/** A network: an address without host bits and how many bits are the network's. */
public record Prefix(IpAddress address, int length) {
    public Prefix {
        if (!address.and(IpAddress.mask(address.family(), length)).equals(address)) {
            throw new IllegalArgumentException("host bits set: " + address + "/" + length);
        }
    }

    /** The network of that length that an address is in. */
    public static Prefix of(IpAddress address, int length) {
        return new Prefix(address.and(IpAddress.mask(address.family(), length)), length);
    }

    /** As {@link #parse}, for text that is known to be a prefix. */
    public static Prefix of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a prefix: " + text));
    }

    /** Reads {@code address/length} or an address alone; host bits are masked away. */
    public static Optional<Prefix> parse(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = IpAddress.parse(slash < 0 ? text : text.substring(0, slash));
        if (address.isEmpty() || slash < 0) {
            return address.map(Prefix::host);
        }
        int length = length(text.substring(slash + 1));
        return address.filter(it -> length >= 0 && length <= it.family().bits()).map(it -> of(it, length));
    }

    /** All addresses of a family. */
    public static Prefix any(IpFamily family) {
        return new Prefix(IpAddress.any(family), 0);
    }

    /** One address. */
    public static Prefix host(IpAddress address) {
        return new Prefix(address, address.family().bits());
    }

    /** IPv4 or IPv6. */
    public IpFamily family() {
        return address.family();
    }

    /** Whether an address is in it; never for another family. */
    public boolean contains(IpAddress other) {
        if (address instanceof Ipv4Address mine) {
            return other instanceof Ipv4Address it && agree(mine.bits(), it.bits(), length);
        }
        Ipv6Address mine = (Ipv6Address) address;
        return other instanceof Ipv6Address it
                && agree(mine.high(), it.high(), Math.min(length, 64))
                && agree(mine.low(), it.low(), Math.max(length - 64, 0));
    }

    /** Whether all of another network is in it. */
    public boolean contains(Prefix other) {
        return other.length >= length && contains(other.address);
    }

    /** The network mask. */
    public IpAddress mask() {
        return IpAddress.mask(family(), length);
    }

    /** The last address: for IPv4 the one of the directed broadcast. */
    public IpAddress broadcast() {
        return address.or(mask().not());
    }

    @Override
    public String toString() {
        return address + "/" + length;
    }

    private static boolean agree(int a, int b, int bits) {
        return bits == 0 || (a ^ b) >>> (32 - bits) == 0;
    }

    private static boolean agree(long a, long b, int bits) {
        return bits == 0 || (a ^ b) >>> (64 - bits) == 0;
    }

    private static int length(String text) {
        boolean number = !text.isEmpty() && text.length() <= 3 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return number ? Integer.parseInt(text) : -1;
    }
}
