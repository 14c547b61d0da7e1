package nfstep.conntrack;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One entry of the connection tracking table: {@code struct nf_conn}. Immutable; a packet makes a new version of it.
 *
 * @param id its number in the walk, in the order of creation, from 1
 * @param status bits of {@link CtStatus}
 * @param expiresAt virtual time in nanoseconds; before it is confirmed, 0
 * @param mark the connection's mark
 * @param tracking what the protocol's tracker remembers
 * @param masqueradeLink the index of the device whose address MASQUERADE took
 * @param master the connection that this one was expected by
 * @param counters packets and bytes of both directions, where accounting was on when it began
 * @param assistance what helpers know of it and did to it
 */
public record Connection(
        long id,
        Zone zone,
        Tuple original,
        Tuple reply,
        int status,
        long expiresAt,
        int mark,
        Tracking tracking,
        OptionalInt masqueradeLink,
        OptionalLong master,
        Optional<Counters> counters,
        Assistance assistance) {
    /** Packets and bytes of both directions: {@code struct nf_conn_acct}. */
    public record Counters(long originalPackets, long originalBytes, long replyPackets, long replyBytes) {
        /** Nothing counted yet. */
        public static final Counters ZERO = new Counters(0, 0, 0, 0);

        /** One more packet of that direction and length. */
        public Counters plus(Direction direction, int bytes) {
            return direction == Direction.ORIGINAL
                    ? new Counters(originalPackets + 1, originalBytes + bytes, replyPackets, replyBytes)
                    : new Counters(originalPackets, originalBytes, replyPackets + 1, replyBytes + bytes);
        }

        /** Packets of that direction. */
        public long packets(Direction direction) {
            return direction == Direction.ORIGINAL ? originalPackets : replyPackets;
        }

        /** Bytes of that direction. */
        public long bytes(Direction direction) {
            return direction == Direction.ORIGINAL ? originalBytes : replyBytes;
        }
    }

    /** A connection that has just been met: nothing is known of it but its tuples. */
    public static Connection fresh(long id, Zone zone, Tuple original, Tuple reply) {
        return new Connection(
                id,
                zone,
                original,
                reply,
                0,
                0,
                0,
                Tracking.NONE,
                OptionalInt.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                Assistance.NONE);
    }

    /** The tuple that packets of that direction have. */
    public Tuple tuple(Direction direction) {
        return direction == Direction.ORIGINAL ? original : reply;
    }

    /** Whether that is known of it. */
    public boolean has(CtStatus bit) {
        return (status & bit.bit()) != 0;
    }

    /** Whether it has entered the table; a packet may still carry it when it is out again. */
    public boolean isConfirmed() {
        return has(CtStatus.CONFIRMED);
    }

    /** Whether it is in the table: it has entered it, and no packet has killed it. */
    public boolean isListed() {
        return isConfirmed() && !has(CtStatus.DYING);
    }

    /** Whether either end is translated. */
    public boolean isNatted() {
        return has(CtStatus.SRC_NAT) || has(CtStatus.DST_NAT);
    }

    /** This connection with one more thing known. */
    public Connection with(CtStatus bit) {
        return withStatus(status | bit.bit());
    }

    /** This connection with other status bits. */
    public Connection withStatus(int bits) {
        return new Connection(
                id,
                zone,
                original,
                reply,
                bits,
                expiresAt,
                mark,
                tracking,
                masqueradeLink,
                master,
                counters,
                assistance);
    }

    /** This connection with another reply tuple, as NAT changes it. */
    public Connection withReply(Tuple other) {
        return new Connection(
                id,
                zone,
                original,
                other,
                status,
                expiresAt,
                mark,
                tracking,
                masqueradeLink,
                master,
                counters,
                assistance);
    }

    /** This connection, ending at another virtual time in nanoseconds. */
    public Connection withExpiry(long nanos) {
        return new Connection(
                id, zone, original, reply, status, nanos, mark, tracking, masqueradeLink, master, counters, assistance);
    }

    /** This connection with another mark. */
    public Connection withMark(int other) {
        return new Connection(
                id,
                zone,
                original,
                reply,
                status,
                expiresAt,
                other,
                tracking,
                masqueradeLink,
                master,
                counters,
                assistance);
    }

    /** This connection with what its tracker now remembers. */
    public Connection withTracking(Tracking other) {
        return new Connection(
                id,
                zone,
                original,
                reply,
                status,
                expiresAt,
                mark,
                other,
                masqueradeLink,
                master,
                counters,
                assistance);
    }

    /** This connection, masqueraded behind the device with that index. */
    public Connection withMasqueradeLink(int index) {
        return new Connection(
                id,
                zone,
                original,
                reply,
                status,
                expiresAt,
                mark,
                tracking,
                OptionalInt.of(index),
                master,
                counters,
                assistance);
    }

    /** This connection with other counters. */
    public Connection withCounters(Counters other) {
        return new Connection(
                id,
                zone,
                original,
                reply,
                status,
                expiresAt,
                mark,
                tracking,
                masqueradeLink,
                master,
                Optional.of(other),
                assistance);
    }

    /** This connection with what helpers now know of it. */
    public Connection with(Assistance other) {
        return new Connection(
                id, zone, original, reply, status, expiresAt, mark, tracking, masqueradeLink, master, counters, other);
    }

    /** This connection as the one that another expected, with that one's mark: {@code init_conntrack}. */
    public Connection expectedBy(Connection parent) {
        return new Connection(
                id,
                zone,
                original,
                reply,
                status | CtStatus.EXPECTED.bit(),
                expiresAt,
                parent.mark(),
                tracking,
                masqueradeLink,
                OptionalLong.of(parent.id()),
                counters,
                assistance.expectedBy(parent.assistance().helper()));
    }

    /** This connection with a helper. */
    public Connection withHelper(String name) {
        return with(assistance.withHelper(name));
    }
}
