package nfstep.conntrack;

import java.util.Arrays;
import java.util.Optional;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;

/** ICMP messages about other packets: {@code nf_conntrack_icmpv4_error}, {@code nf_conntrack_icmpv6_error}. */
public final class IcmpErrors {
    private static final int HEADER = 8;

    /** What an ICMP error quotes. */
    public sealed interface Quote {
        /** The packet that it is about, mostly without its end, and that packet's tuple. */
        record Inner(Tuple tuple, Packet quoted) implements Quote {}

        /** It quotes nothing that could belong to a connection. */
        record Refused(String why) implements Quote {}
    }

    private IcmpErrors() {}

    /** What the error quotes behind its own eight bytes: {@code nf_ct_get_tuplepr}. */
    public static Quote inner(Packet error) {
        return inner(error, error.headerLength() + HEADER);
    }

    static Quote inner(Packet error, int at) {
        byte[] bytes = error.bytes();
        Optional<Packet> quoted = at > bytes.length
                ? Optional.empty()
                : Packet.parseTruncated(Arrays.copyOfRange(bytes, at, bytes.length))
                        .filter(packet -> packet.family() == error.family());
        if (quoted.isEmpty()) {
            return new Quote.Refused("the error quotes no packet");
        }
        return quoted.get().fragmentOffset() != 0
                ? new Quote.Refused("the error quotes a fragment other than the first")
                : innerTuple(quoted.get());
    }

    private static Quote innerTuple(Packet quoted) {
        Optional<Tuple> tuple = Tuples.of(quoted);
        if (tuple.isEmpty()) {
            return new Quote.Refused("the error quotes too little of " + Protocols.name(quoted.protocol()));
        }
        return Tuples.inverse(tuple.get()).isEmpty()
                ? new Quote.Refused("the error quotes an ICMP message that has no answer")
                : new Quote.Inner(tuple.get(), quoted);
    }
}
