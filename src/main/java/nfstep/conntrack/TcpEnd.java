package nfstep.conntrack;

/**
 * What is known of the numbers that one end of a TCP connection sends: {@code struct ip_ct_tcp_state}. Numbers are modulo
 * 2^32.
 *
 * @param end the highest sequence number sent, plus one
 * @param maxEnd the highest one that the other end allowed
 * @param maxWindow the largest window advertised, 0 before anything was seen
 * @param maxAck the highest acknowledgement sent
 * @param scale the window's shift
 * @param flags bits of {@link TcpFlag}
 */
public record TcpEnd(int end, int maxEnd, int maxWindow, int maxAck, int scale, int flags) {
    /** Nothing seen. */
    public static final TcpEnd UNSEEN = new TcpEnd(0, 0, 0, 0, 0, 0);

    /** Whether that is remembered. */
    public boolean has(TcpFlag flag) {
        return (flags & flag.bit()) != 0;
    }

    TcpEnd with(TcpFlag flag) {
        return withFlags(flags | flag.bit());
    }

    TcpEnd without(TcpFlag flag) {
        return withFlags(flags & ~flag.bit());
    }

    TcpEnd withFlags(int bits) {
        return new TcpEnd(end, maxEnd, maxWindow, maxAck, scale, bits);
    }

    TcpEnd withEnd(int number) {
        return new TcpEnd(number, maxEnd, maxWindow, maxAck, scale, flags);
    }

    TcpEnd withMaxEnd(int number) {
        return new TcpEnd(end, number, maxWindow, maxAck, scale, flags);
    }

    TcpEnd withMaxWindow(int window) {
        return new TcpEnd(end, maxEnd, window, maxAck, scale, flags);
    }

    TcpEnd withMaxAck(int number) {
        return new TcpEnd(end, maxEnd, maxWindow, number, scale, flags);
    }

    TcpEnd withScale(int shift) {
        return new TcpEnd(end, maxEnd, maxWindow, maxAck, shift, flags);
    }

    /** This end with what the options of its SYN say: {@code tcp_options}. */
    TcpEnd withOptions(TcpSynOptions options) {
        int kept = flags & TcpFlag.BE_LIBERAL.bit();
        return options.present() ? withScale(options.scale()).withFlags(kept | options.flags()) : this;
    }
}
