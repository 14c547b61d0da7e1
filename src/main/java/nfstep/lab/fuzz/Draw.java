package nfstep.lab.fuzz;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Choices that follow from a seed. */
final class Draw {
    private static final int PERCENT = 100;

    private final Random random;

    Draw(long seed) {
        this.random = new Random(seed);
    }

    /** One of them, each as likely. */
    @SafeVarargs
    final <T> T of(T... all) {
        return all[random.nextInt(all.length)];
    }

    /** One of them, each as likely. */
    <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** True in so many of a hundred cases. */
    boolean chance(int percent) {
        return random.nextInt(PERCENT) < percent;
    }

    /** A number from low to high, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** {@code ! } in one case of five. */
    String not() {
        return chance(20) ? "! " : "";
    }

    /** A blank and the part in so many of a hundred cases, else nothing. */
    String maybe(int percent, Supplier<String> part) {
        return chance(percent) ? " " + part.get() : "";
    }
}
