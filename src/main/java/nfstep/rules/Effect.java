package nfstep.rules;

import java.util.Optional;
import nfstep.conntrack.Manip;
import nfstep.conntrack.NatRange;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;

/** What a target does to a packet besides its verdict. The engine carries it out and reports it. */
public sealed interface Effect {
    /** Sets the packet's mark. */
    record SetMark(int mark) implements Effect {}

    /** Sets the mark of the packet's connection. */
    record SetConnectionMark(int mark) implements Effect {}

    /** Sets the traffic class. */
    record SetPriority(int priority) implements Effect {}

    /** Changes the packet's bytes. */
    record Rewrite(Packet packet) implements Effect {}

    /** Puts so many bytes behind the header of a packet into one piece, so that they can be written: {@code skb_ensure_writable}. */
    record Pull(int bytes) implements Effect {
        /** Puts all of them into one piece. */
        public static final Pull ALL = new Pull(Integer.MAX_VALUE);
    }

    /** Takes the packet out of tracking. */
    record Untrack() implements Effect {}

    /** Says how the packet's connection will be looked up. */
    record SetTemplate(CtTemplate template) implements Effect {}

    /** Marks the packet so that each rule it matches is logged. */
    record Trace() implements Effect {}

    /** Writes a line to the kernel log. */
    record Log(LogFlags flags, String prefix, int level) implements Effect {}

    /** Hands a copy to whoever listens to that group. */
    record Report(int group, String prefix) implements Effect {}

    /**
     * Sends a copy to another host.
     *
     * @param device that it must leave by, empty for any
     */
    record Copy(IpAddress gateway, String device) implements Effect {}

    /** Decides one end of the packet's connection. */
    record Translate(Manip manip, NatRange range) implements Effect {}

    /** Like {@link Translate} of the source, to the address of the device that the packet leaves by. */
    record Masquerade(NatRange range) implements Effect {}

    /** Like {@link Translate} of the destination, to an address of this host. */
    record Redirect(NatRange range) implements Effect {}

    /** Answers the packet with an error. */
    record Reject(RejectWith with) implements Effect {}

    /** Does something that nfstep does not model. */
    record Unmodelled(String what) implements Effect {}

    /** Which optional fields a log line has. */
    record LogFlags(boolean tcpSequence, boolean tcpOptions, boolean ipOptions, boolean uid, boolean macDecode) {
        /** What TRACE prints. */
        public static final LogFlags TRACE = new LogFlags(true, true, true, true, false);
    }

    /** The effect, where a target has one. */
    static Optional<Effect> of(Effect effect) {
        return Optional.of(effect);
    }
}
