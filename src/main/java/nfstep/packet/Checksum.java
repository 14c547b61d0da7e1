package nfstep.packet;

/** The Internet checksum: RFC 1071 over bytes, RFC 1624 equation 3 for a change. */
public final class Checksum {
    private Checksum() {}

    /** The checksum of the bytes in a range. */
    public static int of(byte[] bytes, int from, int to) {
        return ~fold(sum(bytes, from, to)) & 0xffff;
    }

    /** The checksum of an upper layer: pseudo header of RFC 793 or RFC 8200 section 8.1, then the bytes up to an end. */
    static int transport(byte[] packet, Layout layout, int end) {
        int length = Transport.pseudoLength(packet, layout);
        int[] addresses = layout.family() == IpFamily.IPV4 ? new int[] {12, 20} : new int[] {8, 40};
        long sum = sum(packet, addresses[0], addresses[1]) + layout.protocol() + (length >>> 16) + (length & 0xffff);
        return ~fold(sum + sum(packet, layout.headerLength(), end)) & 0xffff;
    }

    /** The checksum after a 16-bit word under it changed; a wrong one stays as wrong as it was. */
    public static int update(int checksum, int before, int after) {
        return ~fold((~checksum & 0xffffL) + (~before & 0xffffL) + (after & 0xffffL)) & 0xffff;
    }

    private static long sum(byte[] bytes, int from, int to) {
        long sum = 0;
        int at = from;
        for (; at + 1 < to; at += 2) {
            sum += Wire.u16(bytes, at);
        }
        return at < to ? sum + (Wire.u8(bytes, at) << 8) : sum;
    }

    private static int fold(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) folded;
    }
}
