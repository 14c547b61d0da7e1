package nfstep.state;

/**
 * The next number of each kind that will be given out.
 *
 * @param packet for packets
 * @param connection for connections
 * @param rule for rules
 * @param ipId for the identification field of IP headers that this walk's stacks send
 */
public record Ids(long packet, long connection, long rule, long ipId) {
    /** The numbers of a new walk. */
    public static final Ids FIRST = new Ids(1, 1, 1, 1);

    /** After one packet. */
    public Ids afterPacket() {
        return new Ids(packet + 1, connection, rule, ipId);
    }

    /** After one connection. */
    public Ids afterConnection() {
        return new Ids(packet, connection + 1, rule, ipId);
    }

    /** After rules, up to that number. */
    public Ids withRule(long next) {
        return new Ids(packet, connection, next, ipId);
    }

    /** After one IP identification. */
    public Ids afterIpId() {
        return new Ids(packet, connection, rule, ipId + 1);
    }
}
