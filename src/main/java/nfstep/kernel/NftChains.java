package nfstep.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which chains nftables has in a namespace, and which of their rules has which number. */
final class NftChains {
    private final Map<String, List<Long>> handles = new HashMap<>();
    private final Set<String> base = new TreeSet<>();

    /** They are told anew. */
    void clear() {
        handles.clear();
        base.clear();
    }

    /** One of them: family, table, chain, and the handles of its rules. */
    void add(String path, boolean isBase, List<Long> rules) {
        handles.put(path, List.copyOf(rules));
        if (isBase) {
            base.add(path);
        }
    }

    /** The name of a chain among them. */
    static String path(int family, String table, String chain) {
        return family + " " + table + " " + chain;
    }

    boolean isBase(String path) {
        return base.contains(path);
    }

    /** The number of a rule, from 1; 0 for one that is not known. */
    int number(String path, long handle) {
        return handles.getOrDefault(path, List.of()).indexOf(handle) + 1;
    }

    /** One more than the chain has rules. */
    int end(String path) {
        return handles.getOrDefault(path, List.of()).size() + 1;
    }
}
