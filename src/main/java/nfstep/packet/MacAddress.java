package nfstep.packet;

import java.util.Optional;

/** An Ethernet address as the lower 48 bits of a number. */
public record MacAddress(long bits) implements Comparable<MacAddress> {
    /** {@code ff:ff:ff:ff:ff:ff}. */
    public static final MacAddress BROADCAST = new MacAddress(0xffff_ffff_ffffL);
    /** {@code 00:00:00:00:00:00}, as the loopback device has it. */
    public static final MacAddress ZERO = new MacAddress(0);

    private static final int TEXT_LENGTH = 17;

    public MacAddress {
        if (bits >>> 48 != 0) {
            throw new IllegalArgumentException("more than 48 bits: " + Long.toHexString(bits));
        }
    }

    /** Reads six pairs of hexadecimal digits with colons between them. */
    public static Optional<MacAddress> parse(String text) {
        if (text.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        long bits = 0;
        for (int i = 0; i < TEXT_LENGTH; i++) {
            int digit = Character.digit(text.charAt(i), 16);
            boolean colon = i % 3 == 2;
            if (colon ? text.charAt(i) != ':' : digit < 0 || text.charAt(i) > 'f') {
                return Optional.empty();
            }
            bits = colon ? bits : bits << 4 | digit;
        }
        return Optional.of(new MacAddress(bits));
    }

    /** As {@link #parse}, for text that is known to be an address. */
    public static MacAddress of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not a MAC address: " + text));
    }

    /** The six bytes from an offset of a frame. */
    public static MacAddress of(byte[] frame, int at) {
        return new MacAddress((long) Wire.u16(frame, at) << 32 | Wire.u32(frame, at + 2));
    }

    /** The address that frames to a group of hosts have: RFC 1112 section 6.4, RFC 2464 section 7. */
    public static MacAddress ofGroup(IpAddress group) {
        byte[] bytes = group.bytes();
        int low = Wire.i32(bytes, bytes.length - 4);
        return group.family() == IpFamily.IPV4
                ? new MacAddress(0x0100_5e00_0000L | (low & 0x7f_ffff))
                : new MacAddress(0x3333_0000_0000L | (low & 0xffff_ffffL));
    }

    /** The six bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[6];
        Wire.put16(bytes, 0, (int) (bits >>> 32));
        Wire.put32(bytes, 2, (int) bits);
        return bytes;
    }

    /** Whether it names a group; broadcast is one. */
    public boolean isMulticast() {
        return (bits >>> 40 & 1) != 0;
    }

    /** Whether it is {@link #BROADCAST}. */
    public boolean isBroadcast() {
        return equals(BROADCAST);
    }

    @Override
    public int compareTo(MacAddress other) {
        return Long.compare(bits, other.bits);
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(TEXT_LENGTH);
        for (int shift = 44; shift >= 0; shift -= 4) {
            out.append(Character.forDigit((int) (bits >>> shift) & 0xf, 16));
            if (shift % 8 == 0 && shift > 0) {
                out.append(':');
            }
        }
        return out.toString();
    }
}
