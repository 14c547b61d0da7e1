package nfstep.rules;

/** How a frame was addressed on the link: {@code skb->pkt_type}. */
public enum PacketType {
    HOST,
    BROADCAST,
    MULTICAST,
    OTHERHOST,
    LOOPBACK
}
