package nfstep.kernel;

import java.util.Optional;
import nfstep.rules.Owner;

/**
 * One message that the kernel logged through nfnetlink; attributes as {@code linux/netfilter/nfnetlink_log.h} numbers
 * them.
 */
record NflogRecord(NetlinkMessage message) {
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
        return NetlinkMessage.of(bytes).map(NflogRecord::new);
    }

    /** The text before the packet, such as {@code TRACE: filter:INPUT:rule:1 }. */
    String prefix() {
        return message.text(PREFIX);
    }

    /** The kernel's number of the hook, 0 to 4. */
    int hook() {
        byte[] header = message.bytes(PACKET_HEADER);
        return header.length < 3 ? 0 : header[2];
    }

    int mark() {
        return message.number(MARK);
    }

    int in() {
        return message.number(IN);
    }

    int out() {
        return message.number(OUT);
    }

    int bridgeIn() {
        return message.number(BRIDGE_IN);
    }

    int bridgeOut() {
        return message.number(BRIDGE_OUT);
    }

    /** Whose socket sent the packet; one without a file is not told from none. */
    Owner owner() {
        return message.has(OWNER) ? Owner.program(message.number(OWNER), message.number(GROUP)) : Owner.NOBODY;
    }

    byte[] payload() {
        return message.bytes(PAYLOAD);
    }

    byte[] linkHeader() {
        return message.bytes(LINK_HEADER);
    }
}
