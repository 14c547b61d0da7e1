package nfstep.conntrack;

import nfstep.packet.Protocols;

/** ICMPv6 queries: {@code net/netfilter/nf_conntrack_proto_icmpv6.c}, {@code nf_conntrack_icmpv6_packet}. */
final class Icmpv6Tracker implements Tracker {
    @Override
    public TrackOutcome track(TrackInput input) {
        Connection connection = input.connection();
        int begun = connection.original().icmpType();
        if (input.packet().isIpv4()) {
            return new TrackOutcome.Invalid("ICMPv6 in an IPv4 packet");
        }
        if (input.hasBadChecksum()) {
            return new TrackOutcome.Invalid("bad ICMPv6 checksum");
        }
        if (!connection.isConfirmed() && !IcmpTypes.begins(Protocols.ICMPV6, begun)) {
            return new TrackOutcome.Invalid("ICMPv6 type " + begun + " does not begin a connection");
        }
        return Refresh.accept(input, ConntrackKnob.ICMPV6_TIMEOUT);
    }
}
