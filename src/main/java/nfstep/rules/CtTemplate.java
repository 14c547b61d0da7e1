package nfstep.rules;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.conntrack.Assistance;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.Tracking;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Zone;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;

/**
 * What a CT rule wants of the look-up of a packet's connection: {@code struct nf_conn} with {@code IPS_TEMPLATE}.
 *
 * @param zone that the connection is looked up in
 * @param helper that a new connection gets, empty for none
 * @param fromMark whether the zone's number is the mark that the packet has then ({@code NF_CT_FLAG_MARK})
 */
public record CtTemplate(Zone zone, String helper, boolean fromMark) {
    /** The number that stands for it where a packet has no connection yet. */
    public static final long NUMBER = -1;

    /** The zone of a packet with that mark: {@code nf_ct_zone_tmpl}. */
    public Zone zoneFor(int mark) {
        return fromMark ? new Zone(mark & 0xffff, zone.original(), zone.reply()) : zone;
    }

    /** The template as matches see it until the connection is looked up: a connection without addresses. */
    public Connection connection(IpFamily family) {
        IpAddress any = IpAddress.any(family);
        Tuple nowhere = new Tuple(any, any, 0, 0, 0);
        return new Connection(
                NUMBER,
                zone,
                nowhere,
                nowhere,
                CtStatus.CONFIRMED.bit(),
                0,
                0,
                Tracking.NONE,
                OptionalInt.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Assistance.NONE);
    }
}
