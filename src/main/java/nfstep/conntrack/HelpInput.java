package nfstep.conntrack;

import nfstep.packet.Packet;

/**
 * What a helper is told of a packet of its connection.
 *
 * @param packet as it leaves, translated
 * @param info how it relates to the connection
 * @param expectations what is expected already
 * @param now virtual time in nanoseconds
 */
public record HelpInput(
        Packet packet, Connection connection, CtInfo info, Expectations expectations, long now, Draw draw) {
    Direction direction() {
        return info.direction();
    }

    /** The master of what is expected, as it stands in the packet's own direction. */
    boolean isTranslated() {
        return connection.isNatted();
    }
}
