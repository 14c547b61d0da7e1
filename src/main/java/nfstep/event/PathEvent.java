package nfstep.event;

import java.util.List;
import java.util.Optional;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Skb;
import nfstep.rules.Verdict;
import nfstep.state.Change;
import nfstep.state.HookEntry;
import nfstep.state.Ids;

/** The way of a packet through namespaces, hooks and routing. */
public sealed interface PathEvent extends PacketEvent {
    /**
     * A packet is made and sent.
     *
     * @param by the program or the part of the stack that sends it, such as {@code ping} or {@code echo reply}
     * @param answers the number of the packet that it answers, 0 for none
     * @param next the numbers after this packet took its own
     */
    record Sent(At at, Skb skb, String by, long answers, Ids next) implements PathEvent {
        @Override
        public String sentence() {
            String what = by + " in " + at.namespace() + " sends packet " + at.packet() + ": " + skb.packet();
            return answers == 0 ? what : what + ", in answer to packet " + answers;
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.IdsTaken(next));
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atPacket(at.namespace(), skb);
        }

        @Override
        public boolean beginsVisit() {
            return true;
        }
    }

    /**
     * A packet comes out of another one: it is copied, or cut into pieces.
     *
     * @param of the number of the packet that it comes from
     * @param what it is of that packet and what for, such as {@code a copy of packet 3, for this host itself}
     * @param next the numbers after this packet took its own
     */
    record Copied(At at, Skb skb, long of, String what, Ids next) implements PathEvent {
        @Override
        public String sentence() {
            return "packet " + at.packet() + " is " + what + ": " + skb.packet();
        }

        @Override
        public List<Change> changes() {
            return List.of(new Change.IdsTaken(next));
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atCopy(skb);
        }

        @Override
        public boolean beginsVisit() {
            return true;
        }
    }

    /**
     * The packet waits while everything happens that comes of what it caused.
     *
     * @param why such as {@code its copy is received first}
     */
    record Paused(At at, String why) implements PathEvent {
        @Override
        public String sentence() {
            return "packet " + at.packet() + " waits: " + why;
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.paused();
        }
    }

    /** The packet goes on where it was copied or waited. */
    record Resumed(At at) implements PathEvent {
        @Override
        public String sentence() {
            return "packet " + at.packet() + " goes on";
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.resumed();
        }
    }

    /** A packet leaves a namespace by a device. */
    record Transmitted(At at, Device device, Skb skb) implements PathEvent {
        @Override
        public String sentence() {
            return "leaves " + at.namespace() + " by " + device.name() + ": " + skb.packet();
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb).offHook();
        }
    }

    /**
     * A packet comes in by a device.
     *
     * @param from the namespace that it was handed over from
     */
    record Arrived(At at, Skb skb, String from) implements PathEvent {
        @Override
        public String sentence() {
            String device = skb.in().map(Device::name).orElse("?");
            String origin = from.equals(at.namespace()) ? "" : " from " + from;
            return "arrives in " + at.namespace() + " by " + device + origin + ": " + skb.packet();
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atPacket(at.namespace(), skb);
        }

        @Override
        public boolean beginsVisit() {
            return true;
        }
    }

    /** A packet comes to a hook that has at least one function. */
    record HookEntered(At at, HookState where, int functions) implements PathEvent {
        @Override
        public String sentence() {
            String in = where.in().map(d -> " in " + d.name()).orElse("");
            String out = where.out().map(d -> " out " + d.name()).orElse("");
            return where.hook() + ":" + in + out + ", " + functions + (functions == 1 ? " function" : " functions");
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atHook(where);
        }
    }

    /** A function of the hook takes the packet. */
    record FunctionEntered(At at, HookEntry entry) implements PathEvent {
        @Override
        public String sentence() {
            return entry.owner().label() + " at " + entry.hook() + ", priority " + priority(entry.priority());
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.in(entry);
        }

        private static String priority(int value) {
            return value == Integer.MAX_VALUE ? "last" : Integer.toString(value);
        }
    }

    /** A function of the hook gave its verdict. */
    record FunctionLeft(At at, HookEntry entry, Verdict verdict) implements PathEvent {
        @Override
        public String sentence() {
            return entry.owner().label() + " at " + entry.hook() + ": " + verdict;
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.withStack(List.of());
        }
    }

    /**
     * A process that sends a packet learns at once that it cannot be sent.
     *
     * @param error what strerror(3) says
     */
    record SenderTold(At at, String error) implements PathEvent {
        @Override
        public String sentence() {
            return "the sender of packet " + at.packet() + " gets an error: " + error;
        }
    }

    /** All functions of the hook let the packet pass. */
    record HookLeft(At at, Hook hook) implements PathEvent {
        @Override
        public String sentence() {
            return hook + " lets the packet pass";
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.offHook();
        }
    }

    /** The routing tables were asked where the packet goes. */
    record Routed(At at, Skb skb, FlowKey key, FibResult result) implements PathEvent {
        @Override
        public String sentence() {
            return Sentences.routed(skb, key, result);
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.with(skb);
        }

        /** Where the packet goes. */
        public Decision decision() {
            return skb.route().orElseThrow();
        }
    }

    /**
     * The kernel changed the packet itself, between hooks.
     *
     * @param why such as {@code forwarding takes one from the TTL}
     */
    record Changed(At at, Skb before, Skb after, String why) implements PathEvent {
        @Override
        public String sentence() {
            String difference = PacketDifference.of(before, after);
            return difference.isEmpty() ? why : why + ": " + difference;
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.atPacket(at.namespace(), after);
        }
    }

    /** Bookkeeping that the packet causes: its number, rate limits, sockets. */
    record Noted(At at, String what, List<Change> changes) implements PathEvent {
        public Noted {
            changes = List.copyOf(changes);
        }

        @Override
        public String sentence() {
            return what;
        }
    }

    /**
     * The packet ends here, refused.
     *
     * @param place where, such as {@code filter/FORWARD:3}, {@code filter/FORWARD:policy} or a named check like {@code
     *     rp_filter}
     * @param reason why, in words; for a rule its text
     * @param setting the sysctl that governs it, if one does
     */
    record Dropped(At at, String place, String reason, Optional<String> setting) implements PathEvent {
        @Override
        public String sentence() {
            String hint = setting.map(s -> " (" + s + ")").orElse("");
            return "DROPPED in " + at.namespace() + " by " + place + ": " + reason + hint;
        }
    }

    /**
     * The packet ends here, received.
     *
     * @param receiver the program or part of the stack that takes it
     */
    record Delivered(At at, String receiver) implements PathEvent {
        @Override
        public String sentence() {
            return "delivered in " + at.namespace() + " to " + receiver;
        }

        @Override
        public Focus moves(Focus focus) {
            return focus.offHook();
        }
    }

    /** A capture at a device sees the packet. */
    record Captured(At at, String capture, Device device, Skb skb) implements PathEvent {
        @Override
        public String sentence() {
            return "tcpdump on " + device.name() + " sees " + skb.packet();
        }
    }
}
