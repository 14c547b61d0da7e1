package nfstep.conntrack;

import nfstep.packet.Packet;

/** A packet that NAT rewrote, or dropped because it could not. */
public sealed interface Translation {
    /** The packet as it goes on. */
    record Translated(Packet packet) implements Translation {}

    /** The packet is dropped. */
    record Dropped(String why) implements Translation {}
}
