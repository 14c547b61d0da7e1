package nfstep.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The attributes of a message of nfnetlink, by their numbers: {@code linux/netfilter/nfnetlink.h}.
 *
 * <p>Where the kernel names no attribute, its number is 0, its text and its bytes are empty.
 */
record NetlinkMessage(Map<Integer, byte[]> attributes) {
    private static final int HEADER = 4;
    private static final byte[] NOTHING = {};

    /** The message behind its netlink header; none if it is cut short. */
    static Optional<NetlinkMessage> of(byte[] bytes) {
        return of(bytes, HEADER);
    }

    private static Optional<NetlinkMessage> of(byte[] bytes, int from) {
        Map<Integer, byte[]> attributes = new TreeMap<>();
        int at = from;
        while (at + 4 <= bytes.length) {
            int length = hostShort(bytes, at);
            if (length < 4 || at + length > bytes.length) {
                return Optional.empty();
            }
            attributes.put(hostShort(bytes, at + 2) & 0x7fff, Arrays.copyOfRange(bytes, at + 4, at + length));
            at += (length + 3) & ~3;
        }
        return Optional.of(new NetlinkMessage(attributes));
    }

    boolean has(int attribute) {
        return attributes.containsKey(attribute);
    }

    byte[] bytes(int attribute) {
        return attributes.getOrDefault(attribute, NOTHING);
    }

    /** A number of 8 bits without a sign. */
    int byteNumber(int attribute) {
        byte[] value = bytes(attribute);
        return value.length < 1 ? 0 : value[0] & 0xff;
    }

    /** A number of 16 bits without a sign. */
    int shortNumber(int attribute) {
        byte[] value = bytes(attribute);
        return value.length < 2 ? 0 : ByteBuffer.wrap(value).getShort() & 0xffff;
    }

    /** A number of 32 bits. */
    int number(int attribute) {
        byte[] value = bytes(attribute);
        return value.length < 4 ? 0 : ByteBuffer.wrap(value).getInt();
    }

    /** A number of 64 bits. */
    long wide(int attribute) {
        byte[] value = bytes(attribute);
        return value.length < 8 ? 0 : ByteBuffer.wrap(value).getLong();
    }

    String text(int attribute) {
        return new String(bytes(attribute), StandardCharsets.UTF_8).replace("\0", "");
    }

    /** The attributes in an attribute; none if they are cut short. */
    NetlinkMessage nested(int attribute) {
        return of(bytes(attribute), 0).orElseGet(() -> new NetlinkMessage(Map.of()));
    }

    /** Lengths and types are in the byte order of the host. */
    private static int hostShort(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getShort(at) & 0xffff;
    }
}
