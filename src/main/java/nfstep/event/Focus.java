package nfstep.event;

import java.util.List;
import java.util.Optional;
import nfstep.rules.HookState;
import nfstep.rules.Skb;
import nfstep.state.HookEntry;

/**
 * Where a walk is: which command runs, which packet is looked at, and how deep in which chains it is.
 *
 * @param command the command that runs, empty before the first
 * @param function the hook function that has the packet
 * @param stack the chains, the innermost last
 * @param suspended the place of a packet that waits while another one, such as its copy, is looked at
 */
public record Focus(
        String command,
        String namespace,
        Optional<Skb> skb,
        Optional<HookState> where,
        Optional<HookEntry> function,
        List<Frame> stack,
        Optional<Focus> suspended) {
    /**
     * A chain that a packet is in.
     *
     * @param rule the rule that the packet is at, from 1; 0 at the head of the chain
     */
    public record Frame(ChainRef chain, int rule) {}

    /** Before the first event. */
    public static final Focus START =
            new Focus("", "host", Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());

    public Focus {
        stack = List.copyOf(stack);
    }

    /** At a command; no packet is looked at. */
    public Focus atCommand(String text, String where) {
        return new Focus(
                text, where, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /** At a packet that begins its way through a namespace. */
    public Focus atPacket(String where, Skb packet) {
        return new Focus(command, where, Optional.of(packet), Optional.empty(), Optional.empty(), List.of(), suspended);
    }

    /** At the same place with another version of the packet. */
    public Focus with(Skb packet) {
        return new Focus(command, namespace, Optional.of(packet), where, function, stack, suspended);
    }

    /** At a copy of the packet that is made at this place. */
    public Focus atCopy(Skb copy) {
        return new Focus(
                command,
                namespace,
                Optional.of(copy),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.of(this));
    }

    /** At the same place, to come back to it. */
    public Focus paused() {
        return new Focus(command, namespace, skb, where, function, stack, Optional.of(this));
    }

    /** Back at the place where the packet was copied or paused. */
    public Focus resumed() {
        return suspended.orElse(this);
    }

    /** At a hook. */
    public Focus atHook(HookState state) {
        return new Focus(command, namespace, skb, Optional.of(state), Optional.empty(), List.of(), suspended);
    }

    /** Past a hook. */
    public Focus offHook() {
        return new Focus(command, namespace, skb, Optional.empty(), Optional.empty(), List.of(), suspended);
    }

    /** In a hook function. */
    public Focus in(HookEntry entry) {
        return new Focus(command, namespace, skb, where, Optional.of(entry), List.of(), suspended);
    }

    /** In these chains. */
    public Focus withStack(List<Frame> frames) {
        return new Focus(command, namespace, skb, where, function, frames, suspended);
    }

    /** At the head of a chain that was entered. */
    public Focus entering(ChainRef chain) {
        var frames = new java.util.ArrayList<>(stack);
        frames.add(new Frame(chain, 0));
        return withStack(frames);
    }

    /** At a rule of the innermost chain. */
    public Focus atRule(int number) {
        if (stack.isEmpty()) {
            return this;
        }
        var frames = new java.util.ArrayList<>(stack);
        Frame last = frames.remove(frames.size() - 1);
        frames.add(new Frame(last.chain(), number));
        return withStack(frames);
    }

    /** Out of the innermost chain. */
    public Focus leaving() {
        return stack.isEmpty() ? this : withStack(stack.subList(0, stack.size() - 1));
    }

    /** The innermost chain, if the packet is in one. */
    public Optional<Frame> top() {
        return stack.isEmpty() ? Optional.empty() : Optional.of(stack.get(stack.size() - 1));
    }
}
