package nfstep.engine;

import java.util.Optional;
import nfstep.rules.Skb;

/** How a packet came through a hook: changed perhaps, or not at all. */
record Passage(Optional<Skb> skb) {
    /** It did not come through. */
    static final Passage STOPPED = new Passage(Optional.empty());

    /** It came through. */
    static Passage passed(Skb skb) {
        return new Passage(Optional.of(skb));
    }
}
