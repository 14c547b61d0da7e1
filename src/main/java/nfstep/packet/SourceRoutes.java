package nfstep.packet;

/** The options of an IPv4 header by which a sender names hosts on the way: RFC 791 section 3.1. */
public final class SourceRoutes {
    private static final int FIXED = 20;
    private static final int END = 0;
    private static final int NOTHING = 1;
    private static final int LOOSE = 131;
    private static final int STRICT = 137;

    private SourceRoutes() {}

    /** Whether the packet has one, loose or strict; options behind a broken one are not looked at. */
    public static boolean isIn(Packet packet) {
        int at = FIXED;
        while (packet.isIpv4() && at + 1 < packet.headerLength() && packet.u8(at) != END) {
            int type = packet.u8(at);
            if (type == LOOSE || type == STRICT) {
                return true;
            }
            int length = type == NOTHING ? 1 : packet.u8(at + 1);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return false;
    }
}
