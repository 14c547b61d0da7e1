package nfstep.kernel;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.SctpState;
import nfstep.conntrack.SctpTracking;
import nfstep.conntrack.TcpState;
import nfstep.conntrack.TcpTracking;
import nfstep.conntrack.Tracking;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Zone;
import nfstep.packet.IpAddress;

/**
 * One message of connection tracking about a connection; attributes as {@code linux/netfilter/nfnetlink_conntrack.h}
 * numbers them, written by {@code ctnetlink_conntrack_event} of {@code nf_conntrack_netlink.c}.
 */
record CtRecord(NetlinkMessage message) {
    private static final int ORIGINAL = 1;
    private static final int REPLY = 2;
    private static final int STATUS = 3;
    private static final int PROTOCOL_STATE = 4;
    private static final int HELPER = 5;
    private static final int MARK = 8;
    private static final int COUNTERS_ORIGINAL = 9;
    private static final int COUNTERS_REPLY = 10;
    private static final int ID = 12;
    private static final int ZONE = 18;

    private static final int TUPLE_ADDRESSES = 1;
    private static final int TUPLE_PROTOCOL = 2;
    private static final int TUPLE_ZONE = 3;
    private static final int[] ADDRESSES = {1, 3};
    private static final int[] ICMP = {4, 7};
    private static final int TCP = 1;
    private static final int SCTP = 3;
    private static final List<TcpState> TCP_STATES = List.of(TcpState.values());
    private static final List<SctpState> SCTP_STATES = List.of(SctpState.values());

    /** The connection of a message behind its netlink header; none if it is cut short. */
    static Optional<Connection> connection(byte[] bytes) {
        return NetlinkMessage.of(bytes).map(CtRecord::new).flatMap(CtRecord::connection);
    }

    private Optional<Connection> connection() {
        Optional<Tuple> reply = tuple(message.nested(REPLY));
        return tuple(message.nested(ORIGINAL)).flatMap(original -> reply.map(r -> connection(original, r)));
    }

    private Connection connection(Tuple original, Tuple reply) {
        Connection bare = Connection.fresh(Integer.toUnsignedLong(message.number(ID)), zone(), original, reply)
                .withStatus(message.number(STATUS))
                .withMark(message.number(MARK))
                .withTracking(tracking())
                .withHelper(message.nested(HELPER).text(1));
        return message.has(COUNTERS_ORIGINAL) ? bare.withCounters(counters()) : bare;
    }

    private Zone zone() {
        boolean ofOriginal = message.nested(ORIGINAL).has(TUPLE_ZONE);
        boolean ofReply = message.nested(REPLY).has(TUPLE_ZONE);
        if (ofOriginal || ofReply) {
            NetlinkMessage tuple = message.nested(ofOriginal ? ORIGINAL : REPLY);
            return new Zone(tuple.shortNumber(TUPLE_ZONE), ofOriginal, ofReply);
        }
        return new Zone(message.shortNumber(ZONE), true, true);
    }

    private Tracking tracking() {
        NetlinkMessage states = message.nested(PROTOCOL_STATE);
        if (states.has(TCP)) {
            return TcpTracking.made(TCP_STATES.get(states.nested(TCP).byteNumber(1)));
        }
        return states.has(SCTP)
                ? SctpTracking.made(SCTP_STATES.get(states.nested(SCTP).byteNumber(1)))
                : Tracking.NONE;
    }

    private Connection.Counters counters() {
        NetlinkMessage one = message.nested(COUNTERS_ORIGINAL);
        NetlinkMessage other = message.nested(COUNTERS_REPLY);
        return new Connection.Counters(one.wide(1), one.wide(2), other.wide(1), other.wide(2));
    }

    private static Optional<Tuple> tuple(NetlinkMessage tuple) {
        NetlinkMessage addresses = tuple.nested(TUPLE_ADDRESSES);
        for (int source : ADDRESSES) {
            if (addresses.has(source) && addresses.has(source + 1)) {
                return Optional.of(tuple(
                        IpAddress.of(addresses.bytes(source)),
                        IpAddress.of(addresses.bytes(source + 1)),
                        tuple.nested(TUPLE_PROTOCOL)));
            }
        }
        return Optional.empty();
    }

    private static Tuple tuple(IpAddress source, IpAddress destination, NetlinkMessage flow) {
        int protocol = flow.byteNumber(1);
        for (int id : ICMP) {
            if (flow.has(id)) {
                int type = flow.byteNumber(id + 1) << 8 | flow.byteNumber(id + 2);
                return new Tuple(source, destination, protocol, flow.shortNumber(id), type);
            }
        }
        return new Tuple(source, destination, protocol, flow.shortNumber(2), flow.shortNumber(3));
    }
}
