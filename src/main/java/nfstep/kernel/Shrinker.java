package nfstep.kernel;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import nfstep.lab.fuzz.Draft;

/** Leaves out of a lab what is not needed for model and kernel to differ. */
final class Shrinker {
    private final Kind kind;
    private Draft smallest;

    private final Laboratory laboratory;
    private BooleanSupplier isEnough = () -> false;

    Shrinker(Draft differing, Difference difference, Laboratory laboratory) {
        this.smallest = differing;
        this.kind = Kind.of(difference);
        this.laboratory = laboratory;
    }

    /** What both sides say, without what changes when commands are left out. */
    record Kind(String namespace, String model, String kernel) {
        static Kind of(Difference difference) {
            return new Kind(difference.namespace(), place(difference.model()), place(difference.kernel()));
        }

        /** Table and chain of a line of a trace, the first word of another one. */
        private static String place(Optional<String> said) {
            String[] words = said.orElse("").split(" ", 3);
            String[] place = words.length > 1 ? words[1].split(":", -1) : new String[0];
            return words[0] + (place.length > 2 ? place[0] + ":" + place[1] + ":" + place[2] : "");
        }
    }

    /**
     * The smallest lab that was found: leaving out any one of its commands makes the difference go, unless it was enough
     * before.
     */
    Draft shrink(BooleanSupplier enough) throws KernelUnavailable {
        isEnough = enough;
        end();
        int before;
        do {
            before = smallest.size();
            for (int length = Math.max(1, before / 4); length > 0; length /= 2) {
                leaveOut(length);
            }
        } while (smallest.size() < before);
        return smallest;
    }

    private boolean differs(Draft draft) throws KernelUnavailable {
        return !isEnough.getAsBoolean()
                && Trial.difference(draft, laboratory)
                        .map(Kind::of)
                        .filter(kind::equals)
                        .isPresent();
    }

    /** Nothing that comes behind the difference is needed. */
    private void end() throws KernelUnavailable {
        int low = 0;
        int high = smallest.size();
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (differs(smallest.until(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        if (high < smallest.size()) {
            smallest = smallest.until(high);
        }
    }

    /** Stretches of that many commands, from the end, for what comes later needs what was before. */
    private void leaveOut(int length) throws KernelUnavailable {
        for (int to = smallest.size(); to > 0; to -= length) {
            int from = Math.max(0, to - length);
            Draft less = smallest.without(from, to);
            if (differs(less)) {
                smallest = less;
            }
        }
    }
}
