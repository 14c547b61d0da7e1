package nfstep.conntrack;

import java.util.Random;

/** Draws that a test repeats. */
final class SeededDraw implements Draw {
    private final Random random;
    private int count;

    SeededDraw(long seed) {
        random = new Random(seed);
    }

    @Override
    public int next(String purpose, int bound) {
        count++;
        return random.nextInt(bound);
    }

    int count() {
        return count;
    }
}
