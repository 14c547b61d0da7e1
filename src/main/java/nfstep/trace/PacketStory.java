package nfstep.trace;

import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import nfstep.rules.Skb;

/**
 * What became of one packet, from the namespace that sent it to its end.
 *
 * @param skb as it was first seen
 * @param by what sent it; empty for a frame that came from nowhere
 * @param answers the number of the packet that it answers, 0 for none
 * @param stops the namespaces that it was in, in order
 * @param endings where it ended: once, or more often for a packet to everybody; none if it is still on its way
 * @param answeredBy the numbers of the packets that answer it
 * @param doubts what its fate depends on and nfstep does not model; empty if it is certain
 */
public record PacketStory(
        long packet,
        Position first,
        Skb skb,
        String by,
        long answers,
        List<Stop> stops,
        List<Ending> endings,
        List<Long> answeredBy,
        List<String> doubts) {
    /**
     * One namespace on the way.
     *
     * @param in the device that it came in by, empty if it was sent here
     * @param out the device that it left by, empty if it did not leave
     */
    public record Stop(String namespace, String in, String out) {
        Stop leavingBy(String device) {
            return new Stop(namespace, in, device);
        }

        @Override
        public String toString() {
            StringJoiner devices = new StringJoiner(" > ", " (", ")").setEmptyValue("");
            if (!in.isEmpty()) {
                devices.add(in);
            }
            if (!out.isEmpty()) {
                devices.add(out);
            }
            return namespace + devices;
        }
    }

    /**
     * One end of the way.
     *
     * @param place where it was dropped, such as {@code filter/FORWARD:3}; empty if it was delivered
     * @param text the receiver, or why it was dropped
     */
    public record Ending(Position position, String namespace, boolean delivered, String place, String text) {
        /** In words. */
        public String sentence() {
            return delivered
                    ? "delivered in " + namespace + " to " + text
                    : "dropped in " + namespace + " by " + place + ": " + text;
        }
    }

    public PacketStory {
        stops = List.copyOf(stops);
        endings = List.copyOf(endings);
        answeredBy = List.copyOf(answeredBy);
        doubts = List.copyOf(doubts);
    }

    /** The stories of all packets of a walk in the order in which they began. */
    public static List<PacketStory> all(Walk walk) {
        return new PacketStories().of(walk);
    }

    /** The last end of its way, if it has one. */
    public Optional<Ending> ending() {
        return endings.isEmpty() ? Optional.empty() : Optional.of(endings.get(endings.size() - 1));
    }

    /** Whether nothing that it met is unknown to nfstep. */
    public boolean isCertain() {
        return doubts.isEmpty();
    }

    /** The way through namespaces and devices in one line. */
    public String path() {
        StringJoiner text = new StringJoiner(" > ");
        stops.forEach(stop -> text.add(stop.toString()));
        return text.toString();
    }

    /** What became of it in words. */
    public String verdict() {
        StringJoiner text = new StringJoiner("; ");
        endings.forEach(e -> text.add(e.sentence()));
        if (endings.isEmpty()) {
            text.add("still on its way");
        }
        answeredBy.forEach(n -> text.add("answered by packet " + n));
        return isCertain() ? text.toString() : "UNCERTAIN: " + text + " (" + String.join("; ", doubts) + ")";
    }
}
