package nfstep.conntrack;

import nfstep.packet.Bytes;

/**
 * Window scale and SACK permission among the options of a SYN, as tracking reads them: {@code tcp_options}.
 *
 * @param present whether there is any option at all
 * @param flags bits of {@link TcpFlag}
 */
record TcpSynOptions(boolean present, int scale, int flags) {
    private static final int LARGEST_SCALE = 14;

    static TcpSynOptions of(Bytes options) {
        int scale = 0;
        int flags = 0;
        for (TcpOption option : TcpOption.all(options)) {
            if (option.is(TcpOption.SACK_PERMITTED, 2)) {
                flags |= TcpFlag.SACK_PERMITTED.bit();
            } else if (option.is(TcpOption.WINDOW_SCALE, 3)) {
                scale = Math.min(options.at(option.at() + 2), LARGEST_SCALE);
                flags |= TcpFlag.WINDOW_SCALE.bit();
            }
        }
        return new TcpSynOptions(options.length() > 0, scale, flags);
    }
}
