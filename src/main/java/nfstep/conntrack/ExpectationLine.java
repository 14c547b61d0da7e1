package nfstep.conntrack;

import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;

/** Prints an expectation as {@code conntrack -L expect} of conntrack-tools 1.4.7 does. */
public final class ExpectationLine {
    private static final long SECOND = 1_000_000_000L;

    private ExpectationLine() {}

    /** The line with the whole seconds that are left. */
    public static String print(Expectation expectation, Connection master, long now) {
        long left = Math.max(0, expectation.expiresAt() - now) / SECOND;
        return left + " " + printWithoutTime(expectation, master);
    }

    /** The line without the seconds, which a kernel does not repeat from run to run. */
    public static String printWithoutTime(Expectation expectation, Connection master) {
        Tuple tuple = expectation.tuple();
        IpAddress mask = mask(tuple.source().family());
        Tuple original = master.original();
        return "proto=" + tuple.protocol()
                + ends("", tuple.source(), tuple.destination())
                + ports(tuple.sourceKey(), tuple.destinationKey())
                + ends("mask-", mask, mask)
                + ports(0, 0xffff)
                + ends("master-", original.source(), original.destination())
                + ports(original.sourceKey(), original.destinationKey())
                + " class=0 helper=" + expectation.helper();
    }

    private static IpAddress mask(IpFamily family) {
        return IpAddress.mask(family, family.bits());
    }

    private static String ends(String prefix, IpAddress source, IpAddress destination) {
        return " " + prefix + "src=" + source + " " + prefix + "dst=" + destination;
    }

    private static String ports(int source, int destination) {
        return " sport=" + source + " dport=" + destination;
    }
}
