package nfstep.conntrack;

import java.util.Optional;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;

/** Finds out whether an ICMP packet is about a connection: {@code nf_conntrack_inet_error}. */
public final class IcmpRelations {
    private static final int REDIRECT = 137;
    private static final int REDIRECT_LENGTH = 40;
    private static final int REDIRECTED_HEADER_OPTION = 4;

    private IcmpRelations() {}

    /** What the packet is; one that is not ICMP of its family is ordinary. The checksum is looked at where asked for. */
    public static IcmpRelation of(Packet packet, Zone zone, ConntrackTable table, boolean checkChecksum) {
        if (packet.protocol() != packet.family().icmp()) {
            return new IcmpRelation.Ordinary();
        }
        Optional<IcmpHeader> header = packet.icmp();
        if (header.isEmpty()) {
            return new IcmpRelation.Refused("short packet: " + packet.transportLength() + " bytes of ICMP");
        }
        if (checkChecksum && !UpperChecksum.isRight(packet)) {
            return new IcmpRelation.Refused("bad ICMP checksum");
        }
        return packet.family() == IpFamily.IPV4
                ? icmp(packet, header.get(), new Place(zone, table))
                : icmpv6(packet, header.get(), new Place(zone, table));
    }

    private record Place(Zone zone, ConntrackTable table) {}

    private static IcmpRelation icmp(Packet packet, IcmpHeader header, Place place) {
        if (!IcmpTypes.isKnown(header.type())) {
            return new IcmpRelation.Refused("unknown ICMP type " + header.type());
        }
        return header.isError() ? about(packet, IcmpErrors.inner(packet), place) : new IcmpRelation.Ordinary();
    }

    private static IcmpRelation icmpv6(Packet packet, IcmpHeader header, Place place) {
        if (IcmpTypes.isNeverTracked(header.type())) {
            return new IcmpRelation.Untracked(header.typeName() + " is never tracked");
        }
        if (header.type() == REDIRECT) {
            return redirect(packet, header, place);
        }
        return header.isError() ? about(packet, IcmpErrors.inner(packet), place) : new IcmpRelation.Ordinary();
    }

    /** A redirect of neighbour discovery quotes in its first option: {@code nf_conntrack_icmpv6_redirect}. */
    private static IcmpRelation redirect(Packet packet, IcmpHeader header, Place place) {
        if (!packet.hasTransport(REDIRECT_LENGTH)) {
            return new IcmpRelation.Refused("short redirect");
        }
        if (header.code() != 0) {
            return new IcmpRelation.Ordinary();
        }
        if (packet.ttl() != 255 || !packet.source().isLinkLocal()) {
            return new IcmpRelation.Refused("a redirect from beyond the link");
        }
        int option = packet.headerLength() + REDIRECT_LENGTH;
        if (!packet.hasTransport(REDIRECT_LENGTH + 2) || packet.u8(option + 1) == 0) {
            return new IcmpRelation.Refused("a redirect without options");
        }
        return packet.u8(option) == REDIRECTED_HEADER_OPTION
                ? about(packet, IcmpErrors.inner(packet, option + 8), place)
                : new IcmpRelation.Ordinary();
    }

    private static IcmpRelation about(Packet packet, IcmpErrors.Quote quote, Place place) {
        if (quote instanceof IcmpErrors.Quote.Refused refused) {
            return new IcmpRelation.Refused(refused.why());
        }
        Tuple inner = ((IcmpErrors.Quote.Inner) quote).tuple();
        return Tuples.inverse(inner)
                .flatMap(wanted -> place.table().find(place.zone(), wanted))
                .map(hit -> about(packet, hit, inner))
                .orElseGet(() -> new IcmpRelation.Refused("an error about no known connection"));
    }

    private static IcmpRelation about(Packet packet, ConntrackTable.Hit hit, Tuple inner) {
        Tuple tuple = hit.connection().tuple(hit.direction());
        if (!tuple.destination().equals(packet.destination())) {
            return new IcmpRelation.Refused("an error to " + packet.destination() + " about connection "
                    + hit.connection().id() + ", which concerns " + tuple.destination());
        }
        CtInfo info = hit.direction() == Direction.REPLY ? CtInfo.RELATED_REPLY : CtInfo.RELATED;
        return new IcmpRelation.Related(hit.connection(), info, inner);
    }
}
