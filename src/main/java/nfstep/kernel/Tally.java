package nfstep.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nfstep.rules.Backend;

/** What came out of a comparison so far. */
final class Tally {
    private final List<Difference> differences = new ArrayList<>();
    private int agreed;
    private int total;

    /** So many observations are the same on both sides. */
    void agree(int count) {
        agreed += count;
        total += count;
    }

    /** So many observations are made on one side or the other and not found on both. */
    void differ(int count, Difference difference) {
        total += count;
        differences.add(difference);
    }

    /** All of it, the differences in the order of the model's events. */
    Verification result(Backend backend, String release) {
        differences.sort(Comparator.comparingInt(Difference::event));
        return new Verification(backend, release, agreed, total, differences);
    }
}
