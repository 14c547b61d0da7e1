package nfstep.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import nfstep.rules.Backend;

/**
 * How far a walk was what a kernel did.
 *
 * @param release of the kernel, as {@code uname -r} prints it
 * @param agreed how many observable events both sides had
 * @param total how many observable events either side had
 * @param events how many events the walk had; what came behind them was not checked
 * @param same the events that the kernel showed, too, ascending and apart
 * @param findings the differences, in the order of their events
 */
public record Check(
        Backend backend, String release, int agreed, int total, int events, List<Run> same, List<Finding> findings) {
    /** Events one behind the other. */
    public record Run(int from, int count) {
        public Run {
            if (from < 0 || count < 1) {
                throw new IllegalArgumentException("no run of events: " + count + " from " + from);
            }
        }
    }

    /**
     * A difference.
     *
     * @param event where the walk is not what the kernel did
     * @param model what the walk has, empty for nothing
     * @param kernel what the kernel said, empty for nothing
     */
    public record Finding(int event, String namespace, String model, String kernel) {
        /** Lines to read. */
        public String text() {
            return "in namespace " + namespace + "\n  nfstep: " + said(model) + "\n  kernel: " + said(kernel);
        }

        private static String said(String text) {
            return text.isEmpty() ? "(nothing more)" : text;
        }
    }

    /** What a check says of a step; of two checks, what comes first here counts. */
    public enum Mark {
        /** The kernel did something else. */
        DIFFERS,
        /** The kernel did the same. */
        AGREED,
        /** The kernel does not show it. */
        UNSEEN
    }

    public Check {
        same = List.copyOf(same);
        findings = List.copyOf(findings);
        int end = 0;
        for (Run run : same) {
            if (run.from() < end || run.count() > events - run.from()) {
                throw new IllegalArgumentException("not a run of events behind the last: " + run);
            }
            end = run.from() + run.count();
        }
        if (agreed < 0 || agreed > total || findings.stream().anyMatch(f -> f.event() < 0 || f.event() >= events)) {
            throw new IllegalArgumentException("a check of more than there is");
        }
    }

    /** Numbers as runs of them. */
    public static List<Run> runs(Collection<Integer> numbers) {
        List<Run> runs = new ArrayList<>();
        int from = -1;
        int end = -1;
        for (int number : new TreeSet<>(numbers)) {
            if (number != end) {
                if (end > from) {
                    runs.add(new Run(from, end - from));
                }
                from = number;
            }
            end = number + 1;
        }
        if (end > from) {
            runs.add(new Run(from, end - from));
        }
        return runs;
    }

    /** Whether nothing differed. */
    public boolean agrees() {
        return agreed == total && findings.isEmpty();
    }

    /** What it says of a step; nothing of one that came later. */
    public Optional<Mark> mark(Position step) {
        if (step.event() >= events) {
            return Optional.empty();
        }
        if (findings.stream().anyMatch(f -> f.event() == step.event())) {
            return Optional.of(Mark.DIFFERS);
        }
        return Optional.of(step.offset() == 0 && isSame(step.event()) ? Mark.AGREED : Mark.UNSEEN);
    }

    private boolean isSame(int event) {
        int low = 0;
        int high = same.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (same.get(middle).from() <= event) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low < same.size()
                && event >= same.get(low).from()
                && event < same.get(low).from() + same.get(low).count();
    }

    /** Whether another check says what this one would: of the same backend of the same kernel. */
    public boolean replaces(Check other) {
        return backend == other.backend && release.equals(other.release);
    }

    /** Such as {@code 31 of 31 observable events agree with Linux 6.18.44 (iptables-legacy)}. */
    public String sentence() {
        int dash = release.indexOf('-');
        String kernel = dash < 0 ? release : release.substring(0, dash);
        return agreed + " of " + total + " observable events agree with Linux " + kernel + " (" + backend.program()
                + ")";
    }
}
