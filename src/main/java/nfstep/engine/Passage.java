package nfstep.engine;

import java.util.Optional;
import nfstep.rules.Skb;

/**
 * How a packet came through a hook: changed perhaps, or not at all.
 *
 * @param error what a process that sends the packet is told if it did not; empty if it is told nothing
 */
record Passage(Optional<Skb> skb, String error) {
    /** It came through. */
    static Passage passed(Skb skb) {
        return new Passage(Optional.of(skb), "");
    }

    /** It did not come through. */
    static Passage stopped(String error) {
        return new Passage(Optional.empty(), error);
    }
}
