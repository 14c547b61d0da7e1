package nfstep.lab.command;

import nfstep.packet.Packet;

/** Which packets a capture takes. */
@FunctionalInterface
interface CaptureFilter {
    /** All packets. */
    CaptureFilter ALL = packet -> true;

    /** Whether it takes that packet. */
    boolean test(Packet packet);
}
