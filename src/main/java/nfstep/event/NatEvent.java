package nfstep.event;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.KeyPool;
import nfstep.conntrack.Manip;
import nfstep.rules.Hook;
import nfstep.rules.Skb;
import nfstep.state.Change;

/** What address translation does with a packet. */
public sealed interface NatEvent extends PacketEvent {
    /** The rules of the nat table are not asked about this packet, and why. */
    record NotConsulted(At at, Hook hook, String reason) implements NatEvent {
        @Override
        public String sentence() {
            return "nat/" + hook + " not consulted: " + reason;
        }
    }

    /**
     * One end of the connection was decided, for all its packets.
     *
     * @param drawn what the port, id or key was drawn from at random, if it was: a kernel draws another one
     * @param cause the rule, or that no rule matched
     */
    record Decided(At at, Manip manip, Connection before, Connection after, Optional<KeyPool> drawn, String cause)
            implements NatEvent {
        @Override
        public String sentence() {
            return Sentences.decided(this);
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.ConnectionSet(at.namespace(), after));
        }
    }

    /**
     * The packet's addresses or ports were changed.
     *
     * @param cause such as {@code from the mapping of connection 3 (reply)}
     */
    record Translated(At at, Hook hook, Manip manip, long connection, Skb before, Skb after, String cause)
            implements NatEvent {
        public Translated {
            if (before.packet().equals(after.packet())) {
                throw new IllegalArgumentException("a translation that changes nothing: " + before.packet());
            }
        }

        @Override
        public String sentence() {
            return PacketDifference.of(before, after) + ", " + cause;
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(after);
        }
    }
}
