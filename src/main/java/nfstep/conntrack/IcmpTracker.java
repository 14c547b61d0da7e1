package nfstep.conntrack;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;

/** ICMP queries: {@code net/netfilter/nf_conntrack_proto_icmp.c}, {@code nf_conntrack_icmp_packet}. */
final class IcmpTracker implements Tracker {
    @Override
    public TrackOutcome track(TrackInput input) {
        Packet packet = input.packet();
        int begun = input.connection().original().icmpType();
        if (!packet.isIpv4()) {
            return new TrackOutcome.Invalid("ICMP in an IPv6 packet");
        }
        if (input.hasBadChecksum()) {
            return new TrackOutcome.Invalid("bad ICMP checksum");
        }
        if (!IcmpTypes.begins(Protocols.ICMP, begun)) {
            return new TrackOutcome.Invalid("ICMP type " + begun + " does not begin a connection");
        }
        return Refresh.accept(input, ConntrackKnob.ICMP_TIMEOUT);
    }
}
