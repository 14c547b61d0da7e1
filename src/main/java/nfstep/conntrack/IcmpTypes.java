package nfstep.conntrack;

import nfstep.packet.Protocols;

/** Which ICMP messages begin a conversation, which answer it, and which are no conversation at all. */
final class IcmpTypes {
    private static final int HIGHEST_KNOWN = 18;

    private IcmpTypes() {}

    /** The type that answers, or is answered by, that type; negative for none: {@code invmap}. */
    static int answerTo(int protocol, int type) {
        return protocol == Protocols.ICMP ? icmp(type) : icmpv6(type);
    }

    /** Whether the first packet of a connection may be of that type: {@code valid_new}. */
    static boolean begins(int protocol, int type) {
        return switch (type) {
            case 8, 13, 15, 17 -> protocol == Protocols.ICMP;
            case 128, 139 -> protocol == Protocols.ICMPV6;
            default -> false;
        };
    }

    /** Whether a type of ICMP is one that Linux knows: {@code NR_ICMP_TYPES}. */
    static boolean isKnown(int type) {
        return type <= HIGHEST_KNOWN;
    }

    /** Neighbour discovery and multicast listeners, which ICMPv6 does not track: {@code noct_valid_new}. */
    static boolean isNeverTracked(int type) {
        return switch (type) {
            case 130, 131, 132, 133, 134, 135, 136, 143, 151, 152 -> true;
            default -> false;
        };
    }

    private static int icmp(int type) {
        return switch (type) {
            case 8 -> 0;
            case 0 -> 8;
            case 13, 15, 17 -> type + 1;
            case 14, 16, 18 -> type - 1;
            default -> -1;
        };
    }

    private static int icmpv6(int type) {
        return switch (type) {
            case 128, 139 -> type + 1;
            case 129, 140 -> type - 1;
            default -> -1;
        };
    }
}
