package nfstep.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What nftables has and traced in a namespace. */
final class NftLog {
    private final NftChains chains = new NftChains();
    private final TreeMap<Integer, Set<String>> bases = new TreeMap<>();
    private final NftLines lines;
    private int since;

    /** That of a namespace with these devices. */
    NftLog(Map<Integer, String> names) {
        lines = new NftLines(chains, names);
    }

    /** From that task on it has the chains that are told of next. */
    void forget(int task) {
        chains.clear();
        bases.put(task, new TreeSet<>());
        since = task;
    }

    /** It has a chain with these rules. */
    void chain(String path, boolean isBase, List<Long> handles) {
        chains.add(path, isBase, handles);
        if (isBase) {
            bases.computeIfAbsent(since, t -> new TreeSet<>()).add(path);
        }
    }

    /** The line of a trace, if it is one. */
    Optional<String> trace(byte[] message) {
        return NftRecord.of(message).flatMap(lines::of);
    }

    /** Whether a base chain was there while a task was carried out. */
    boolean hadChain(String path, int during) {
        Map.Entry<Integer, Set<String>> then = bases.floorEntry(during);
        return then != null && then.getValue().contains(path);
    }
}
