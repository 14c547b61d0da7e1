package nfstep.event;

/** What happens to one packet. */
public sealed interface PacketEvent extends Event
        permits PathEvent, BridgeEvent, FragmentEvent, RuleEvent, TrackEvent, NatEvent {
    /** Which packet, and where. */
    At at();

    /** Whether a packet comes to a namespace by it, or is made there. */
    default boolean beginsVisit() {
        return false;
    }
}
