package nfstep.conntrack;

/** What is remembered of one end of a TCP connection, a bit each: {@code IP_CT_TCP_FLAG_*}. */
public enum TcpFlag {
    /** It sent the window scale option. */
    WINDOW_SCALE(0x01),
    /** It allowed selective acknowledgements. */
    SACK_PERMITTED(0x02),
    /** It sent the first FIN. */
    CLOSE_INIT(0x04),
    /** Its window is not checked, since it was picked up in the middle. */
    BE_LIBERAL(0x08),
    /** It sent data that was not acknowledged yet. */
    DATA_UNACKNOWLEDGED(0x10),
    /** Its highest acknowledgement is known. */
    MAXACK_SET(0x20),
    /** A challenge acknowledgement (RFC 5961) may follow. */
    EXPECT_CHALLENGE_ACK(0x40),
    /** Both ends sent a SYN. */
    SIMULTANEOUS_OPEN(0x80);

    private final int bit;

    TcpFlag(int bit) {
        this.bit = bit;
    }

    /** The kernel's bit. */
    public int bit() {
        return bit;
    }
}
