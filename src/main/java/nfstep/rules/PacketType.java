package nfstep.rules;

import nfstep.packet.MacAddress;

/** How a frame was addressed on the link: {@code skb->pkt_type}. */
public enum PacketType {
    HOST,
    BROADCAST,
    MULTICAST,
    OTHERHOST,
    LOOPBACK;

    /** The type of a frame to that address at a device with an address of its own: {@code eth_type_trans}. */
    public static PacketType of(MacAddress target, MacAddress own) {
        if (target.isMulticast()) {
            return target.isBroadcast() ? BROADCAST : MULTICAST;
        }
        return target.equals(own) ? HOST : OTHERHOST;
    }
}
