package nfstep.conntrack;

import nfstep.packet.Protocols;

/** The part of a tuple besides the address that NAT may change: a port, the id of an ICMP query, the key of GRE. */
final class NatKey {
    private NatKey() {}

    /** Whether tuples of its protocol have one. */
    static boolean has(Tuple tuple) {
        return switch (tuple.protocol()) {
            case Protocols.ICMP,
                    Protocols.ICMPV6,
                    Protocols.GRE,
                    Protocols.TCP,
                    Protocols.UDP,
                    Protocols.UDPLITE,
                    Protocols.SCTP -> true;
            default -> false;
        };
    }

    static int of(Tuple tuple, Manip manip) {
        return isSource(tuple, manip) ? tuple.sourceKey() : tuple.destinationKey();
    }

    static Tuple with(Tuple tuple, Manip manip, int key) {
        return isSource(tuple, manip)
                ? tuple.withSource(tuple.source(), key)
                : tuple.withDestination(tuple.destination(), key);
    }

    /** What the key is called, with its number. */
    static String word(Tuple tuple, Manip manip) {
        if (!has(tuple)) {
            return "address " + (manip == Manip.SRC ? tuple.source() : tuple.destination());
        }
        return noun(tuple) + " " + of(tuple, manip);
    }

    private static String noun(Tuple tuple) {
        if (Tuples.isIcmp(tuple.protocol())) {
            return "id";
        }
        return tuple.protocol() == Protocols.GRE ? "key" : "port";
    }

    /** The id of an ICMP query is the same in both directions. */
    private static boolean isSource(Tuple tuple, Manip manip) {
        return manip == Manip.SRC || Tuples.isIcmp(tuple.protocol());
    }
}
