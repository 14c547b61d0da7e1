package nfstep.trace.json;

import nfstep.event.Event;
import nfstep.event.Focus;
import nfstep.event.RuleEvent;

/** What must hold of an event where it happens, so that whoever reads the walk can rely on it. */
final class Plausible {
    private Plausible() {}

    static void check(Event event, Focus focus) {
        if (event instanceof RuleEvent rule) {
            boolean there = focus.namespace().equals(rule.at().namespace())
                    && focus.skb().filter(skb -> skb.id() == rule.at().packet()).isPresent();
            if (!there || focus.where().isEmpty() || focus.function().isEmpty()) {
                throw new IllegalArgumentException("a rule is met by a packet that is in no table");
            }
        }
    }
}
