package nfstep.kernel;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import nfstep.conntrack.Manip;
import nfstep.conntrack.Tuple;
import nfstep.event.NatEvent;
import nfstep.trace.Walk;

/**
 * The ports that NAT draws at random where the one that is wanted is taken: {@code nf_nat_core.c}, {@code
 * nf_nat_l4proto_unique_tuple}. A kernel draws others; each of them stands for the same one of the model everywhere.
 */
final class DrawnPorts {
    private static final Set<String> NAMES = Set.of("SPT", "DPT", "sport", "dport");

    private final Set<String> drawn = new TreeSet<>();
    private final Map<String, String> kernels = new TreeMap<>();

    /** Those of a walk. */
    static DrawnPorts of(Walk walk) {
        DrawnPorts ports = new DrawnPorts();
        for (int i = 0; i < walk.size(); i++) {
            if (walk.event(i) instanceof NatEvent.Decided decided
                    && decided.cause().contains("(random)")) {
                Tuple reply = decided.after().reply();
                int key = decided.manip() == Manip.SRC ? reply.destinationKey() : reply.sourceKey();
                ports.drawn.add(Integer.toString(key));
            }
        }
        return ports;
    }

    /** Whether two lines are the same but for ports that were drawn; what is learned from them is kept. */
    boolean same(String model, String kernel) {
        List<String> ours = List.of(model.split(" "));
        List<String> theirs = List.of(kernel.split(" "));
        Map<String, String> learned = new TreeMap<>(kernels);
        boolean same = ours.size() == theirs.size();
        for (int i = 0; same && i < ours.size(); i++) {
            same = ours.get(i).equals(theirs.get(i)) ? isOwn(ours.get(i)) : learn(ours.get(i), theirs.get(i), learned);
        }
        if (same) {
            kernels.putAll(learned);
        }
        return same;
    }

    /** A port that was drawn and bound to another one cannot be seen as itself. */
    private boolean isOwn(String word) {
        String[] port = word.split("=", 2);
        return !NAMES.contains(port[0])
                || !kernels.containsKey(port[1])
                || kernels.get(port[1]).equals(port[1]);
    }

    private boolean learn(String ours, String theirs, Map<String, String> learned) {
        String[] port = ours.split("=", 2);
        String[] other = theirs.split("=", 2);
        if (!NAMES.contains(port[0]) || !port[0].equals(other[0]) || !drawn.contains(port[1])) {
            return false;
        }
        if (!learned.containsKey(port[1]) && !learned.containsValue(other[1])) {
            learned.put(port[1], other[1]);
        }
        return other[1].equals(learned.get(port[1]));
    }
}
