package nfstep.packet;

import java.util.Optional;

/** An IPv4 or IPv6 address; ordered as unsigned numbers, IPv4 first. */
public sealed interface IpAddress extends Comparable<IpAddress> permits Ipv4Address, Ipv6Address {
    /** Reads a dotted quad or an IPv6 address as inet_pton(3) does. */
    static Optional<IpAddress> parse(String text) {
        return text.indexOf(':') >= 0
                ? Ipv6Address.parse(text).map(it -> it)
                : Ipv4Address.parse(text).map(it -> it);
    }

    /** As {@link #parse}, for text that is known to be an address. */
    static IpAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
    }

    /** The address in network byte order: 4 or 16 bytes. */
    static IpAddress of(byte[] bytes) {
        return switch (bytes.length) {
            case 4 -> new Ipv4Address(Wire.i32(bytes, 0));
            case 16 -> new Ipv6Address(Wire.i64(bytes, 0), Wire.i64(bytes, 8));
            default -> throw new IllegalArgumentException("address of " + bytes.length + " bytes");
        };
    }

    /** The unspecified address, {@code 0.0.0.0} or {@code ::}. */
    static IpAddress any(IpFamily family) {
        return family == IpFamily.IPV4 ? Ipv4Address.ANY : Ipv6Address.ANY;
    }

    /** The address whose first bits are ones: a network mask. */
    static IpAddress mask(IpFamily family, int length) {
        if (length < 0 || length > family.bits()) {
            throw new IllegalArgumentException("prefix length out of range 0-" + family.bits() + ": " + length);
        }
        return family == IpFamily.IPV4 ? Ipv4Address.mask(length) : Ipv6Address.mask(length);
    }

    /** IPv4 or IPv6. */
    IpFamily family();

    /** The address in network byte order. */
    byte[] bytes();

    /** Whether it names a group: 224.0.0.0/4 (RFC 5771), ff00::/8 (RFC 4291). */
    boolean isMulticast();

    /** Whether it is one of the host's own: 127.0.0.0/8 (RFC 1122), ::1. */
    boolean isLoopback();

    /** Whether it is 0.0.0.0 or ::. */
    boolean isUnspecified();

    /** Whether it is valid on one link only: 169.254.0.0/16 (RFC 3927), fe80::/10. */
    boolean isLinkLocal();

    /** Whether it names a group on one link only: 224.0.0.0/24 (RFC 5771), ff02::/16 (RFC 4291). */
    boolean isLinkLocalGroup();

    /** Whether it is 255.255.255.255. */
    boolean isLimitedBroadcast();

    /** The address that many places further, around the end. */
    IpAddress plus(long places);

    /** The bits set in both; families must be equal. */
    IpAddress and(IpAddress mask);

    /** The bits set in either; families must be equal. */
    IpAddress or(IpAddress other);

    /** All bits the other way round. */
    IpAddress not();
}
