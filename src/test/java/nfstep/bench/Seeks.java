package nfstep.bench;

import java.util.List;
import java.util.Random;
import nfstep.trace.Position;
import nfstep.trace.Walk;

/** Going to any step of a walk through 50,000 rules beside 100,000 connections. */
final class Seeks {
    private static final int PLACES = 3000;
    private static final int TRIES = 3;

    private Seeks() {}

    static List<Row> rows() {
        Walk walk = Labs.walk(BigLab.router(BigLab.RULES, BigLab.CONNECTIONS, 20));
        Random random = new Random(1);
        Sample millis = new Sample();
        for (int i = 0; i < PLACES; i++) {
            Position place = i % 2 == 0
                    ? Position.of(random.nextInt(walk.size()))
                    : walk.position((long) (random.nextDouble() * walk.stepCount()));
            millis.add(best(walk, place));
        }
        return List.of(
                Row.info("steps of the walk, in thousands", walk.stepCount() / 1000.0),
                Row.info("seek to any of " + PLACES + " places, median, ms", millis.median()),
                Row.atMost(5, "seek to any of " + PLACES + " places, slowest, ms", millis.largest()));
    }

    /** The best of a few tries: what is slow each time is slow, and not the machine busy. */
    private static double best(Walk walk, Position place) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i < TRIES; i++) {
            long start = System.nanoTime();
            walk.at(place);
            best = Math.min(best, (System.nanoTime() - start) / 1e6);
        }
        return best;
    }
}
