package nfstep.conntrack;

import nfstep.packet.Packet;

/**
 * What a tracker is told of a packet.
 *
 * @param connection the packet's connection; a new one is not confirmed
 * @param direction which of the connection's tuples the packet has
 * @param now virtual time in nanoseconds
 * @param checkChecksum whether the packet was received: it is in PREROUTING
 */
public record TrackInput(
        Connection connection,
        Direction direction,
        Packet packet,
        long now,
        ConntrackSettings settings,
        boolean checkChecksum) {
    /** Whether the checksum of the upper layer must be right and is not. */
    boolean hasBadChecksum() {
        return checkChecksum && settings.checksum() && !UpperChecksum.isRight(packet);
    }
}
