package nfstep.packet;

import java.util.Arrays;
import java.util.HexFormat;

/** A sequence of bytes that cannot change. */
public final class Bytes {
    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] values;

    private Bytes(byte[] values) {
        this.values = values;
    }

    /** A copy of an array. */
    public static Bytes of(byte[] values) {
        return values.length == 0 ? EMPTY : new Bytes(values.clone());
    }

    /** A copy of a part of an array. */
    public static Bytes of(byte[] values, int from, int to) {
        return from == to ? EMPTY : new Bytes(Arrays.copyOfRange(values, from, to));
    }

    /** The bytes that hexadecimal digits stand for; anything else is a mistake of the caller. */
    public static Bytes ofHex(String digits) {
        return of(HexFormat.of().parseHex(digits));
    }

    /** How many there are. */
    public int length() {
        return values.length;
    }

    /** One of them, unsigned. */
    public int at(int index) {
        return values[index] & 0xff;
    }

    /** These and then others. */
    public Bytes plus(byte... more) {
        byte[] all = Arrays.copyOf(values, values.length + more.length);
        System.arraycopy(more, 0, all, values.length, more.length);
        return of(all);
    }

    /** A copy as an array. */
    public byte[] toArray() {
        return values.clone();
    }

    /** Two hexadecimal digits a byte. */
    public String hex() {
        return HexFormat.of().formatHex(values);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes that && Arrays.equals(values, that.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return hex();
    }
}
