package nfstep.packet;

import java.util.Optional;

/**
 * Where the parts of a packet are.
 *
 * <p>The fragment word has the form of IPv4's: don't fragment 0x4000, more fragments 0x2000, offset in the rest.
 */
record Layout(IpFamily family, int headerLength, int protocol, int fragment) {
    static final int DONT_FRAGMENT = 0x4000;
    static final int MORE_FRAGMENTS = 0x2000;
    static final int OFFSET = 0x1fff;
    static final int IPV4_HEADER = 20;
    static final int IPV6_HEADER = 40;

    private static final int HOP_BY_HOP = 0;
    private static final int ROUTING = 43;
    private static final int FRAGMENT = 44;
    private static final int DESTINATION_OPTIONS = 60;

    /**
     * Why the bytes do not start with an IP header that a stack would take, if so.
     *
     * <p>Source: kernel {@code net/ipv4/ip_input.c}, {@code ip_rcv_core}; {@code net/ipv6/ip6_input.c}, {@code
     * ip6_rcv_core}.
     */
    static Optional<String> refusal(byte[] bytes) {
        int version = bytes.length == 0 ? 0 : Wire.u8(bytes, 0) >>> 4;
        return switch (version) {
            case 4 -> refusalOfIpv4(bytes);
            case 6 -> refusalOfIpv6(bytes);
            default -> Optional.of("no IP version 4 or 6 in the first of " + bytes.length + " bytes");
        };
    }

    /** How long the packet says it is. */
    static int declaredLength(byte[] bytes) {
        return Wire.u8(bytes, 0) >>> 4 == 4 ? Wire.u16(bytes, 2) : IPV6_HEADER + Wire.u16(bytes, 4);
    }

    /** The parts of bytes that are not refused. */
    static Layout of(byte[] bytes) {
        return Wire.u8(bytes, 0) >>> 4 == 4 ? ipv4(bytes) : ipv6(bytes);
    }

    private static Optional<String> refusalOfIpv4(byte[] bytes) {
        int header = (Wire.u8(bytes, 0) & 0xf) * 4;
        if (header < IPV4_HEADER || bytes.length < header) {
            return Optional.of("IPv4 header of " + header + " bytes in " + bytes.length);
        }
        int total = declaredLength(bytes);
        return total < header
                ? Optional.of("total length " + total + " is less than the header's " + header)
                : Optional.empty();
    }

    private static Optional<String> refusalOfIpv6(byte[] bytes) {
        if (bytes.length < IPV6_HEADER) {
            return Optional.of("IPv6 header in " + bytes.length + " bytes");
        }
        boolean jumbo = Wire.u16(bytes, 4) == 0 && Wire.u8(bytes, 6) == HOP_BY_HOP;
        return jumbo ? Optional.of("IPv6 jumbogram") : Optional.empty();
    }

    private static Layout ipv4(byte[] bytes) {
        return new Layout(IpFamily.IPV4, (Wire.u8(bytes, 0) & 0xf) * 4, Wire.u8(bytes, 9), Wire.u16(bytes, 6) & 0x7fff);
    }

    /** Walks the extension headers as {@code net/ipv6/exthdrs_core.c}, {@code ipv6_skip_exthdr}. */
    private static Layout ipv6(byte[] bytes) {
        int next = Wire.u8(bytes, 6);
        int at = IPV6_HEADER;
        int fragment = 0;
        while (isExtension(next) && at + 8 <= bytes.length && at + extensionLength(bytes, at, next) <= bytes.length) {
            if (next == FRAGMENT) {
                int word = Wire.u16(bytes, at + 2);
                fragment = word >>> 3 | ((word & 1) != 0 ? MORE_FRAGMENTS : 0);
            }
            int length = extensionLength(bytes, at, next);
            next = Wire.u8(bytes, at);
            at += length;
            if ((fragment & OFFSET) != 0) {
                break;
            }
        }
        return new Layout(IpFamily.IPV6, at, next, fragment);
    }

    private static boolean isExtension(int next) {
        return next == HOP_BY_HOP
                || next == ROUTING
                || next == FRAGMENT
                || next == Protocols.AH
                || next == DESTINATION_OPTIONS;
    }

    private static int extensionLength(byte[] bytes, int at, int type) {
        return switch (type) {
            case FRAGMENT -> 8;
            case Protocols.AH -> (Wire.u8(bytes, at + 1) + 2) * 4;
            default -> (Wire.u8(bytes, at + 1) + 1) * 8;
        };
    }
}
