package nfstep.tui.pane;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.event.FragmentEvent;
import nfstep.event.PacketEvent;
import nfstep.event.PathEvent;
import nfstep.trace.Walk;
import nfstep.tui.Line;
import nfstep.tui.Role;

/**
 * The way of the packet that is looked at through all namespaces, the one where it is now in brackets, and what becomes
 * of its answers and copies.
 */
final class Journey {
    /** Events of one packet lie close to each other; so far they are looked for. */
    private static final int FAR = 5000;

    private final long packet;
    private final int here;
    private final Map<Long, Trip> trips = new LinkedHashMap<>();

    private Journey(long packet, int here) {
        this.packet = packet;
        this.here = here;
    }

    /** A packet and where it came through. */
    private static final class Trip {
        private final String relation;
        private final List<String> visits = new ArrayList<>();
        private int current = -1;
        private String end = "";
        private boolean dropped;

        Trip(String relation) {
            this.relation = relation;
        }
    }

    /** The way of a packet at an event, in one row; where it is too narrow, of answers and copies only the end. */
    static Line line(Walk walk, int event, long packet, int width) {
        Journey journey = new Journey(packet, event);
        int from = event;
        while (from > 0 && event - from < FAR && !(walk.event(from) instanceof CommandEvent.CommandStarted)) {
            from--;
        }
        for (int i = from; i < walk.size() && i - event < FAR; i++) {
            if (i > event && walk.event(i) instanceof CommandEvent.CommandStarted) {
                break;
            }
            journey.take(i, walk.event(i));
        }
        Line all = journey.line(false);
        return all.width() <= width ? all : journey.line(true);
    }

    private void take(int number, Event event) {
        if (event instanceof PathEvent.Sent sent) {
            relation(sent).ifPresent(relation -> begin(sent.at().packet(), relation, number, sent));
        } else if (event instanceof PathEvent.Copied copied) {
            if (copied.at().packet() == packet || copied.of() == packet) {
                String relation = copied.of() == packet ? "copy " : "packet ";
                begin(copied.at().packet(), relation, number, copied);
            }
        } else if (event instanceof PacketEvent other) {
            goOn(number, other);
        }
    }

    private Optional<String> relation(PathEvent.Sent sent) {
        if (sent.at().packet() == packet) {
            return Optional.of(sent.answers() == 0 ? "packet " : "answer to " + sent.answers() + ", packet ");
        }
        return sent.answers() == packet ? Optional.of("answer ") : Optional.empty();
    }

    private void begin(long number, String relation, int event, PacketEvent first) {
        Trip trip = new Trip(relation + number);
        trips.put(number, trip);
        visit(trip, event, first);
    }

    private void visit(Trip trip, int event, PacketEvent first) {
        trip.visits.add(first.at().namespace());
        if (event <= here) {
            trip.current = trip.visits.size() - 1;
        }
    }

    private void goOn(int number, PacketEvent event) {
        if (event.beginsVisit() && event.at().packet() == packet && !trips.containsKey(packet)) {
            begin(packet, "packet ", number, event);
            return;
        }
        Trip trip = trips.get(event.at().packet());
        if (trip == null) {
            return;
        }
        if (event.beginsVisit()) {
            visit(trip, number, event);
            trip.end = "";
        } else if (event instanceof FragmentEvent.Held) {
            trip.end = ": waits for other fragments";
        } else if (event instanceof FragmentEvent.Reassembled) {
            trip.end = "";
        } else if (event instanceof PathEvent.Delivered) {
            trip.end = ": delivered";
        } else if (event instanceof PathEvent.Dropped dropped) {
            trip.end = ": DROPPED by " + dropped.place();
            trip.dropped = true;
        }
    }

    private Line line(boolean isShort) {
        Line line = Line.EMPTY;
        for (Map.Entry<Long, Trip> entry : trips.entrySet()) {
            boolean isOwn = entry.getKey() == packet;
            line = line.plus(line.fragments().isEmpty() ? " " : "; ", Role.DIM);
            line = line.plus(isShort && !isOwn ? end(entry.getValue()) : trip(entry.getValue(), isOwn));
        }
        return line;
    }

    private static Line end(Trip trip) {
        String where = " in " + trip.visits.get(trip.visits.size() - 1);
        String what = trip.end.isEmpty() ? ":" + where : trip.end + where;
        return Line.of(trip.relation, Role.DIM).plus(what, trip.dropped ? Role.VERDICT_DROP : Role.DIM);
    }

    private static Line trip(Trip trip, boolean isOwn) {
        Line line = Line.of(trip.relation + ": ", isOwn ? Role.HEADING : Role.DIM);
        for (int i = 0; i < trip.visits.size(); i++) {
            int last = lastOfSame(trip.visits, i);
            boolean isHere = isOwn && i <= trip.current && trip.current <= last;
            String name = trip.visits.get(i) + (last > i ? " x" + (last - i + 1) : "");
            line = line.plus(i == 0 ? "" : " > ", Role.DIM)
                    .plus(isHere ? "[" + name + "]" : name, isHere ? Role.CURRENT_RULE : Role.DIM);
            i = last;
        }
        return line.plus(trip.end, trip.dropped ? Role.VERDICT_DROP : Role.DIM);
    }

    /** Pieces of a packet come to the same namespace one after the other. */
    private static int lastOfSame(List<String> visits, int first) {
        int last = first;
        while (last + 1 < visits.size() && visits.get(last + 1).equals(visits.get(first))) {
            last++;
        }
        return last;
    }
}
