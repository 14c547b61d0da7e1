package nfstep.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Figures of one measure. */
final class Sample {
    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    double median() {
        return percentile(50);
    }

    double smallest() {
        return percentile(0);
    }

    double largest() {
        return percentile(100);
    }

    /** The smallest figure that so many percent of them do not exceed. */
    double percentile(int percent) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int at = (int) Math.ceil(percent / 100.0 * sorted.size()) - 1;
        return sorted.get(Math.max(0, at));
    }
}
