package nfstep.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nfstep.lab.fuzz.Draft;
import nfstep.rules.Backend;

/**
 * Labs made at random, on the model and on this machine's kernel. Some are carried out at the same time, each in a sandbox
 * that no other uses meanwhile; their results come in the order of their numbers, so that some wait for a slow one before
 * them.
 */
public final class Fuzz implements AutoCloseable {
    private static final int WAITING = 16;

    private final long seed;
    private final Labs labs;
    private final int jobs;
    private final Backend backend;
    private final ExecutorService workers;
    private final Deque<Future<FuzzTrial>> pending = new ArrayDeque<>();
    private final Deque<Laboratory> idle = new ConcurrentLinkedDeque<>();
    private FuzzFigures figures = FuzzFigures.NONE;
    private long begun;
    private volatile boolean stopped;

    /**
     * Which labs of a seed are carried out.
     *
     * @param first the number of the first, from 1
     * @param count how many, at least 0
     */
    public record Labs(long first, long count) {
        /** So many from the first. */
        public static Labs count(long count) {
            return new Labs(1, count);
        }
    }

    /**
     * A run in which everything follows from the seed.
     *
     * @param jobs how many are carried out at the same time, at least 1
     * @param backend what carries out the commands of iptables
     */
    public Fuzz(long seed, Labs labs, int jobs, Backend backend) {
        this.backend = backend;
        this.seed = seed;
        this.labs = labs;
        this.jobs = jobs;
        this.workers = Executors.newFixedThreadPool(jobs);
    }

    /**
     * A lab on which model and kernel differ, and did so again when it was repeated.
     *
     * @param number of the lab in its run, from 1
     */
    public record Found(long number, Draft lab, Difference difference) {}

    /**
     * What is left of it when everything is left out that is not needed; takes some hundred runs of the lab. When this run
     * is stopped, it is what was left by then.
     */
    public Found smallest(Found found) throws KernelUnavailable {
        try (Laboratory laboratory = new Laboratory(backend)) {
            Draft smallest = new Shrinker(found.lab(), found.difference(), laboratory).shrink(this::isStopped);
            Difference difference = Trial.difference(smallest, laboratory).orElse(found.difference());
            return new Found(found.number(), smallest, difference);
        }
    }

    /** Whether there is one more lab. */
    public boolean hasNext() {
        return !stopped && figures.labs() < labs.count();
    }

    /**
     * Compares the next lab.
     *
     * @return how the two sides differ, if they do; nothing if the run was stopped meanwhile
     * @throws KernelUnavailable if labs cannot be run here
     */
    public Optional<Found> next() throws KernelUnavailable {
        while (pending.size() < jobs * WAITING && begun < labs.count() && !stopped) {
            long number = labs.first() + begun++;
            pending.add(workers.submit(() -> trial(number)));
        }
        Optional<FuzzTrial> trial = await(pending.remove());
        trial.ifPresent(t -> figures = figures.with(t));
        return trial.flatMap(
                t -> t.verification().first().map(difference -> new Found(t.number(), t.lab(), difference)));
    }

    private FuzzTrial trial(long number) throws KernelUnavailable {
        Laboratory free = idle.poll();
        Laboratory laboratory = free == null ? new Laboratory(backend) : free;
        try {
            return FuzzTrial.of(seed, number, laboratory);
        } finally {
            if (stopped) {
                laboratory.close();
            } else {
                idle.push(laboratory);
            }
        }
    }

    private Optional<FuzzTrial> await(Future<FuzzTrial> trial) throws KernelUnavailable {
        try {
            return Optional.of(trial.get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        } catch (ExecutionException e) {
            if (!stopped && e.getCause() instanceof KernelUnavailable reason) {
                throw reason;
            } else if (!stopped) {
                throw new IllegalStateException("a lab of seed " + seed + " after " + figures.sentence(), e.getCause());
            }
        }
        return Optional.empty();
    }

    /** What was compared so far. */
    public FuzzFigures figures() {
        return figures;
    }

    /** Lets no further lab begin; those that have begun come to their end, and are waited for. */
    public void stop() {
        stopped = true;
    }

    /** Whether it was stopped. */
    public boolean isStopped() {
        return stopped;
    }

    /** Ends the sandboxes. */
    @Override
    public void close() {
        stop();
        pending.forEach(p -> p.cancel(false));
        workers.shutdown();
        List<Laboratory> rest = new ArrayList<>(idle);
        rest.forEach(Laboratory::close);
    }
}
