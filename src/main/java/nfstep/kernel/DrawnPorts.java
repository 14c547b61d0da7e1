package nfstep.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import nfstep.conntrack.KeyPool;
import nfstep.conntrack.Manip;
import nfstep.conntrack.Tuple;
import nfstep.event.NatEvent;
import nfstep.packet.Protocols;
import nfstep.state.Change;
import nfstep.state.DrawKind;
import nfstep.trace.Walk;

/**
 * The ports that NAT draws at random where the one that is wanted is taken: {@code nf_nat_core.c}, {@code
 * nf_nat_l4proto_unique_tuple}. A kernel draws others; each of them stands for the same one of the model wherever its
 * connection is seen.
 */
final class DrawnPorts {
    private static final Set<String> SOURCES = Set.of("SPT", "sport");
    private static final Set<String> DESTINATIONS = Set.of("DPT", "dport");

    /** What {@code ip_local_port_range} is in a new namespace. */
    private static final KeyPool ANY = new KeyPool((int) DrawKind.PORT.least(), DrawKind.PORT.count());

    private final Map<String, List<KeyPool>> drawn = new TreeMap<>();
    private final Map<String, String> kernels = new TreeMap<>();

    /** Those of a walk. */
    static DrawnPorts of(Walk walk) {
        DrawnPorts ports = new DrawnPorts();
        for (int i = 0; i < walk.size(); i++) {
            if (walk.event(i) instanceof NatEvent.Decided decided) {
                decided.drawn().ifPresent(pool -> ports.add(key(decided), pool));
            }
            walk.event(i).changes().forEach(ports::socket);
        }
        return ports;
    }

    /** Each datagram of traceroute has a socket of its own, whose port nobody can choose. */
    private void socket(Change change) {
        if (change instanceof Change.SocketSet set
                && set.socket().owner().equals("traceroute")
                && set.socket().arriving().protocol() == Protocols.UDP) {
            add(set.socket().arriving().destinationKey(), ANY);
        }
    }

    private static int key(NatEvent.Decided decided) {
        Tuple reply = decided.after().reply();
        return decided.manip() == Manip.SRC ? reply.destinationKey() : reply.sourceKey();
    }

    private void add(int port, KeyPool pool) {
        drawn.computeIfAbsent(Integer.toString(port), k -> new ArrayList<>()).add(pool);
    }

    /** Whether two lines are the same but for ports that were drawn; what is learned from them is kept. */
    boolean same(String model, String kernel) {
        List<String> ours = List.of(model.split(" "));
        List<String> theirs = List.of(kernel.split(" "));
        Pair pair = new Pair();
        boolean same = ours.size() == theirs.size();
        for (int i = 0; same && i < ours.size(); i++) {
            pair.see(ours, i);
            same = pair.isSame(ours.get(i), theirs.get(i));
        }
        if (same) {
            kernels.putAll(pair.learned);
        }
        return same;
    }

    /** Two lines, read word by word. */
    private final class Pair {
        private final Map<String, String> learned = new TreeMap<>(kernels);
        private String source = "";
        private String destination = "";

        /** Keeps the ends of the connection that the words up to here tell of. */
        void see(List<String> words, int at) {
            String[] word = words.get(at).split("=", 2);
            if (word[0].equalsIgnoreCase("src")) {
                source = word[1];
            } else if (word[0].equalsIgnoreCase("dst")) {
                destination = word[1];
            } else if (SOURCES.contains(word[0]) && at + 1 < words.size()) {
                source += " " + word[1];
                destination +=
                        " " + words.get(at + 1).substring(words.get(at + 1).indexOf('=') + 1);
            }
        }

        /** A kernel draws from the same range. */
        private boolean isPermitted(String ours, String theirs) {
            return theirs.matches("[0-9]{1,5}")
                    && drawn.getOrDefault(ours, List.of()).stream()
                            .anyMatch(pool -> pool.contains(Integer.parseInt(theirs)));
        }

        boolean isSame(String ours, String theirs) {
            String[] port = ours.split("=", 2);
            String[] other = theirs.split("=", 2);
            boolean isSource = SOURCES.contains(port[0]);
            if (!isSource && !DESTINATIONS.contains(port[0])) {
                return ours.equals(theirs);
            }
            String key = isSource ? source + " " + destination : destination + " " + source;
            if (!drawn.containsKey(port[1])) {
                return ours.equals(theirs);
            }
            String known = learned.putIfAbsent(key, other[1]);
            boolean stands = known == null ? isPermitted(port[1], other[1]) : known.equals(other[1]);
            return port[0].equals(other[0]) && stands;
        }
    }
}
