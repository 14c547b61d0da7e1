package nfstep.rules;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.Route;
import nfstep.packet.IpAddress;

/**
 * The routing decision that a packet carries: {@code skb_dst}.
 *
 * @param kind where the packet goes
 * @param out the device it leaves by; for LOCAL the loopback device's index stands here only for packets sent from here
 * @param nextHop the neighbour it is handed to, the destination itself when that is on the link
 * @param mtu of the way out, in bytes
 */
public record Decision(
        Kind kind, Optional<Device> out, Optional<IpAddress> nextHop, OptionalInt mtu, Optional<Route> route) {
    /** Where a packet goes. */
    public enum Kind {
        LOCAL,
        FORWARD,
        BROADCAST,
        MULTICAST,
        OUTPUT
    }
}
