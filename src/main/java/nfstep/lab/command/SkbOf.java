package nfstep.lab.command;

import java.util.Optional;
import nfstep.event.Event;
import nfstep.event.FragmentEvent;
import nfstep.event.NatEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.event.TrackEvent;
import nfstep.rules.Skb;

/** The packet that an event shows, as it is after it. */
final class SkbOf {
    private SkbOf() {}

    static Optional<Skb> event(Event event) {
        if (event instanceof PathEvent path) {
            return path(path);
        }
        if (event instanceof NatEvent.Translated translated) {
            return Optional.of(translated.after());
        }
        if (event instanceof RuleEvent.TargetApplied applied) {
            return Optional.of(applied.after());
        }
        if (event instanceof FragmentEvent.Reassembled whole) {
            return Optional.of(whole.skb());
        }
        return event instanceof TrackEvent.Found found ? Optional.of(found.skb()) : Optional.empty();
    }

    private static Optional<Skb> path(PathEvent event) {
        if (event instanceof PathEvent.Sent sent) {
            return Optional.of(sent.skb());
        }
        if (event instanceof PathEvent.Copied copied) {
            return Optional.of(copied.skb());
        }
        if (event instanceof PathEvent.Arrived arrived) {
            return Optional.of(arrived.skb());
        }
        if (event instanceof PathEvent.Routed routed) {
            return Optional.of(routed.skb());
        }
        return event instanceof PathEvent.Changed changed ? Optional.of(changed.after()) : Optional.empty();
    }
}
