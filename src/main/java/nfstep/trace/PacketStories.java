package nfstep.trace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import nfstep.event.BridgeEvent;
import nfstep.event.Event;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.event.RuleEvent;
import nfstep.rules.Device;
import nfstep.rules.Skb;

/** Gathers the stories of packets in one pass over a walk. */
final class PacketStories {
    private final Map<Long, Draft> drafts = new LinkedHashMap<>();

    private static final class Draft {
        private final Position first;
        private final Skb skb;
        private final String by;
        private final long answers;
        private final List<PacketStory.Stop> stops = new ArrayList<>();
        private final List<PacketStory.Ending> endings = new ArrayList<>();
        private final List<Long> answeredBy = new ArrayList<>();
        private final List<String> doubts = new ArrayList<>();

        Draft(Position first, Skb skb, String by, long answers) {
            this.first = first;
            this.skb = skb;
            this.by = by;
            this.answers = answers;
        }

        void leaves(String namespace, String device) {
            change(namespace, stop -> stop.leavingBy(device));
        }

        /** Of a packet that is routed by way of a bridge, the bridge is told, not its port. */
        void leavesPort(String namespace, String device) {
            change(namespace, stop -> stop.out().isEmpty() ? stop.leavingBy(device) : stop);
        }

        void goesUp(String namespace, String bridge) {
            change(namespace, stop -> new PacketStory.Stop(namespace, bridge, ""));
        }

        private void change(String namespace, UnaryOperator<PacketStory.Stop> change) {
            for (int i = stops.size() - 1; i >= 0; i--) {
                if (stops.get(i).namespace().equals(namespace)) {
                    stops.set(i, change.apply(stops.get(i)));
                    return;
                }
            }
        }

        PacketStory story() {
            return new PacketStory(skb.id(), first, skb, by, answers, stops, endings, answeredBy, doubts);
        }
    }

    List<PacketStory> of(Walk walk) {
        for (int i = 0; i < walk.size(); i++) {
            if (walk.event(i) instanceof PacketEvent event) {
                take(Position.of(i), event);
            }
        }
        return drafts.values().stream().map(Draft::story).toList();
    }

    private void take(Position position, PacketEvent event) {
        if (event instanceof PathEvent.Sent sent) {
            Draft draft = new Draft(position, sent.skb(), sent.by(), sent.answers());
            draft.stops.add(new PacketStory.Stop(sent.at().namespace(), "", ""));
            drafts.put(sent.at().packet(), draft);
            draft(sent.answers()).ifPresent(d -> d.answeredBy.add(sent.at().packet()));
        } else if (event instanceof PathEvent.Copied copied) {
            Draft draft = new Draft(position, copied.skb(), copied.what(), 0);
            draft.stops.add(new PacketStory.Stop(copied.at().namespace(), "", ""));
            drafts.put(copied.at().packet(), draft);
        } else if (event instanceof PathEvent.Arrived arrived) {
            Draft draft = drafts.computeIfAbsent(arrived.at().packet(), n -> new Draft(position, arrived.skb(), "", 0));
            String device = arrived.skb().in().map(Device::name).orElse("");
            draft.stops.add(new PacketStory.Stop(arrived.at().namespace(), device, ""));
        } else if (event instanceof BridgeEvent.PortEntered entered) {
            Draft draft = drafts.computeIfAbsent(entered.at().packet(), n -> new Draft(position, entered.skb(), "", 0));
            String device = entered.skb().in().map(Device::name).orElse("");
            draft.stops.add(new PacketStory.Stop(entered.at().namespace(), device, ""));
        } else {
            draft(event.at().packet()).ifPresent(draft -> goOn(draft, position, event));
        }
    }

    private Optional<Draft> draft(long packet) {
        return Optional.ofNullable(drafts.get(packet));
    }

    private static void goOn(Draft draft, Position position, Event event) {
        if (event instanceof PathEvent.Transmitted out) {
            draft.leaves(out.at().namespace(), out.device().name());
        } else if (event instanceof BridgeEvent.PassedUp up) {
            draft.goesUp(up.at().namespace(), up.bridge().name());
        } else if (event instanceof BridgeEvent.PortLeft left) {
            draft.leavesPort(left.at().namespace(), left.port().name());
        } else if (event instanceof PathEvent.Delivered end) {
            draft.endings.add(new PacketStory.Ending(position, end.at().namespace(), true, "", end.receiver()));
        } else if (event instanceof PathEvent.Dropped end) {
            draft.endings.add(new PacketStory.Ending(position, end.at().namespace(), false, end.place(), end.reason()));
        } else if (event instanceof RuleEvent.MetUnmodelled met) {
            draft.doubts.add("rule " + met.number() + " of " + met.chain().path() + " depends on " + met.extension());
        }
    }
}
