package nfstep.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nfstep.rules.Owner;

/**
 * One message that the kernel logged through nfnetlink; attributes as {@code linux/netfilter/nfnetlink_log.h} numbers
 * them.
 */
record NflogRecord(Map<Integer, byte[]> attributes) {
    private static final int HEADER = 4;
    private static final int PACKET_HEADER = 1;
    private static final int MARK = 2;
    private static final int IN = 4;
    private static final int OUT = 5;
    private static final int BRIDGE_IN = 6;
    private static final int BRIDGE_OUT = 7;
    private static final int PAYLOAD = 9;
    private static final int PREFIX = 10;
    private static final int OWNER = 11;
    private static final int GROUP = 14;
    private static final int LINK_HEADER = 16;

    /** The record in a message behind its netlink header; none if it is cut short. */
    static Optional<NflogRecord> of(byte[] bytes) {
        Map<Integer, byte[]> attributes = new TreeMap<>();
        int at = HEADER;
        while (at + 4 <= bytes.length) {
            int length = hostShort(bytes, at);
            if (length < 4 || at + length > bytes.length) {
                return Optional.empty();
            }
            attributes.put(hostShort(bytes, at + 2) & 0x7fff, Arrays.copyOfRange(bytes, at + 4, at + length));
            at += (length + 3) & ~3;
        }
        return Optional.of(new NflogRecord(attributes));
    }

    /** The text before the packet, such as {@code TRACE: filter:INPUT:rule:1 }. */
    String prefix() {
        byte[] text = attributes.getOrDefault(PREFIX, new byte[0]);
        return new String(text, StandardCharsets.UTF_8).replace("\0", "");
    }

    /** The kernel's number of the hook, 0 to 4. */
    int hook() {
        byte[] header = attributes.getOrDefault(PACKET_HEADER, new byte[4]);
        return header[2];
    }

    int mark() {
        return number(MARK);
    }

    int in() {
        return number(IN);
    }

    int out() {
        return number(OUT);
    }

    int bridgeIn() {
        return number(BRIDGE_IN);
    }

    int bridgeOut() {
        return number(BRIDGE_OUT);
    }

    /** Whose socket sent the packet; one without a file is not told from none. */
    Owner owner() {
        return attributes.containsKey(OWNER) ? Owner.program(number(OWNER), number(GROUP)) : Owner.NOBODY;
    }

    byte[] payload() {
        return attributes.getOrDefault(PAYLOAD, new byte[0]);
    }

    byte[] linkHeader() {
        return attributes.getOrDefault(LINK_HEADER, new byte[0]);
    }

    private int number(int attribute) {
        byte[] b = attributes.getOrDefault(attribute, new byte[4]);
        return ByteBuffer.wrap(b).getInt();
    }

    /** Lengths and types are in the byte order of the host. */
    private static int hostShort(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getShort(at) & 0xffff;
    }
}
