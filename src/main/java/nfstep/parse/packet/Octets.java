package nfstep.parse.packet;

import java.util.Arrays;

/** Bytes that are being filled in, in network byte order. */
final class Octets {
    private final byte[] values;

    Octets(int length) {
        this.values = new byte[length];
    }

    int length() {
        return values.length;
    }

    Octets put8(int at, int value) {
        values[at] = (byte) value;
        return this;
    }

    Octets put16(int at, long value) {
        return put8(at, (int) (value >>> 8)).put8(at + 1, (int) value);
    }

    Octets put32(int at, long value) {
        return put16(at, value >>> 16).put16(at + 2, value);
    }

    /** As many of the bytes as there is room for. */
    Octets put(int at, byte[] bytes) {
        System.arraycopy(bytes, 0, values, at, Math.min(bytes.length, values.length - at));
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(values, values.length);
    }
}
