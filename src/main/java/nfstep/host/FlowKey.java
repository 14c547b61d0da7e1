package nfstep.host;

import nfstep.packet.IpAddress;

/**
 * What a routing decision is asked for: {@code struct flowi4} and {@code flowi6}.
 *
 * @param source the unspecified address if it is not chosen yet
 * @param in the index of the device that the packet came in by; 1 (loopback) for one that is sent from here
 * @param out the index of the device that it is bound to leave by; 0 for any
 */
public record FlowKey(IpAddress destination, IpAddress source, int tos, int mark, int in, int out) {
    /** A key for a packet that is sent from here. */
    public static FlowKey sent(IpAddress destination, IpAddress source) {
        return new FlowKey(destination, source, 0, 0, 1, 0);
    }

    /** This key with a type of service and a mark. */
    public FlowKey with(int otherTos, int otherMark) {
        return new FlowKey(destination, source, otherTos, otherMark, in, out);
    }

    /** This key for a packet from that address. */
    public FlowKey from(IpAddress other) {
        return new FlowKey(destination, other, tos, mark, in, out);
    }

    /** This key for a packet that is bound to leave by that device; 0 for any. */
    public FlowKey leavingBy(int device) {
        return new FlowKey(destination, source, tos, mark, in, device);
    }
}
