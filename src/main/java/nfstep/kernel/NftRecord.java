package nfstep.kernel;

import java.util.Optional;

/**
 * One message that a chain of nftables traced; attributes as {@code linux/netfilter/nf_tables.h} numbers them, {@code
 * NFTA_TRACE_TABLE} and so on.
 */
record NftRecord(NetlinkMessage message) {
    private static final int TABLE = 1;
    private static final int CHAIN = 2;
    private static final int RULE = 3;
    private static final int TYPE = 4;
    private static final int VERDICT = 5;
    private static final int ID = 6;
    private static final int NETWORK_HEADER = 8;
    private static final int TRANSPORT_HEADER = 9;
    private static final int IN = 10;
    private static final int OUT = 12;
    private static final int MARK = 14;
    private static final int FAMILY = 15;
    private static final int POLICY = 16;

    private static final int TYPE_POLICY = 1;
    private static final int VERDICT_CODE = 1;
    private static final int VERDICT_CHAIN = 2;

    /** The record in a message behind its netlink header; none if it is cut short. */
    static Optional<NftRecord> of(byte[] bytes) {
        return NetlinkMessage.of(bytes).map(NftRecord::new);
    }

    String table() {
        return message.text(TABLE);
    }

    String chain() {
        return message.text(CHAIN);
    }

    /** Of the rule; none at the end of a chain. */
    Optional<Long> handle() {
        return message.has(RULE) ? Optional.of(message.wide(RULE)) : Optional.empty();
    }

    boolean isPolicy() {
        return message.number(TYPE) == TYPE_POLICY;
    }

    /** The verdict of a rule or policy: {@code linux/netfilter.h} and {@code enum nft_verdicts}. */
    String verdict() {
        NetlinkMessage verdict = message.nested(VERDICT);
        int code = isPolicy() ? message.number(POLICY) : verdict.number(VERDICT_CODE);
        return switch (code) {
            case 0 -> "DROP";
            case 1 -> "ACCEPT";
            case 2 -> "STOLEN";
            case -1 -> "CONTINUE";
            case -3 -> "JUMP:" + verdict.text(VERDICT_CHAIN);
            case -4 -> "GOTO:" + verdict.text(VERDICT_CHAIN);
            case -5 -> "RETURN";
            default -> (code & 0xff) == 3 ? "QUEUE" : "verdict " + code;
        };
    }

    /** Of the packet; two packets that are on their way at the same time have different ones. */
    int id() {
        return message.number(ID);
    }

    /** Whether it tells of the packet, as the first one of a base chain does. */
    boolean tellsPacket() {
        return message.has(NETWORK_HEADER);
    }

    byte[] networkHeader() {
        return message.bytes(NETWORK_HEADER);
    }

    byte[] transportHeader() {
        return message.bytes(TRANSPORT_HEADER);
    }

    int in() {
        return message.number(IN);
    }

    int out() {
        return message.number(OUT);
    }

    int mark() {
        return message.number(MARK);
    }

    /** 2 for IPv4, 10 for IPv6. */
    int family() {
        return message.number(FAMILY);
    }
}
