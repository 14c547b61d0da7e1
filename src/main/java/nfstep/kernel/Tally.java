package nfstep.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import nfstep.trace.Check;

/** What came out of a comparison so far. */
final class Tally {
    private final List<Difference> differences = new ArrayList<>();
    private int agreed;
    private int total;
    private final List<Integer> same = new ArrayList<>();

    /** So many observations are the same on both sides. */
    void agree(int count) {
        agreed += count;
        total += count;
    }

    /** An event of the model is seen on both sides. */
    void agreeAt(int event) {
        same.add(event);
        agree(1);
    }

    /** Another event of the model says the same as one that was counted already. */
    void alsoAt(int event) {
        same.add(event);
    }

    /** So many observations are made on one side or the other and not found on both. */
    void differ(int count, Difference difference) {
        total += count;
        differences.add(difference);
    }

    /** All of it, the differences in the order of the model's events. */
    Verification result(ModelRun model, String release) {
        differences.sort(Comparator.comparingInt(Difference::event));
        int events = model.walk().size();
        List<Check.Finding> findings =
                differences.stream().map(Difference::finding).toList();
        return new Verification(
                new Check(model.backend(), release, agreed, total, events, Check.runs(same), findings),
                differences,
                Optional.empty());
    }
}
