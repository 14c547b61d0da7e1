package nfstep.conntrack;

/** What is known of a connection: {@code enum ip_conntrack_status}, a bit each. */
public enum CtStatus {
    EXPECTED(0),
    SEEN_REPLY(1),
    ASSURED(2),
    CONFIRMED(3),
    SRC_NAT(4),
    DST_NAT(5),
    SEQ_ADJUST(6),
    SRC_NAT_DONE(7),
    DST_NAT_DONE(8),
    DYING(9),
    FIXED_TIMEOUT(10),
    /** In the table by its reply tuple alone, since another connection has the original one. */
    NAT_CLASH(12);

    private final int bit;

    CtStatus(int position) {
        this.bit = 1 << position;
    }

    /** The kernel's bit. */
    public int bit() {
        return bit;
    }
}
