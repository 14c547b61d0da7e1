package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.rules.Skb;

/** What happened since the last command began. */
final class Recent {
    private final List<Event> events = new ArrayList<>();

    void begin() {
        events.clear();
    }

    void add(Event event) {
        events.add(event);
    }

    /** How much happened so far. */
    int size() {
        return events.size();
    }

    /** The events of one kind. */
    <E extends Event> Stream<E> all(Class<E> kind) {
        return since(0, kind);
    }

    /** The events of one kind from that number on. */
    <E extends Event> Stream<E> since(int number, Class<E> kind) {
        return events.subList(number, events.size()).stream()
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** The packets that programs of the lab sent, not those that answer. */
    List<PathEvent.Sent> sent() {
        return all(PathEvent.Sent.class).filter(s -> s.answers() == 0).toList();
    }

    /** What a process was told that tried to send, from that event on: what its system call failed with. */
    Optional<String> sendingError(int from) {
        return since(from, PathEvent.SenderTold.class)
                .map(PathEvent.SenderTold::error)
                .findFirst();
    }

    /** The packets that reached that namespace for good, as they came there, from that event on. */
    List<Skb> delivered(int number, String namespace) {
        List<Skb> packets = new ArrayList<>();
        for (int i = number; i < events.size(); i++) {
            if (events.get(i) instanceof PathEvent.Delivered d
                    && d.at().namespace().equals(namespace)) {
                lastSeen(i, d.at().packet()).ifPresent(packets::add);
            }
        }
        return packets;
    }

    /** A packet as the last event before that one shows it. */
    private Optional<Skb> lastSeen(int before, long packet) {
        for (int i = before - 1; i >= 0; i--) {
            Optional<Skb> seen = SkbOf.event(events.get(i)).filter(s -> s.id() == packet);
            if (seen.isPresent()) {
                return seen;
            }
        }
        return Optional.empty();
    }
}
