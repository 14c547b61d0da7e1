package nfstep.kernel;

import java.util.Optional;
import nfstep.lab.fuzz.Draft;
import nfstep.lab.fuzz.LabGenerator;

/** Labs made at random, one after the other, on the model and on this machine's kernel. */
public final class Fuzz {
    private final long seed;
    private String release = "";
    private long labs;
    private long packets;
    private long rules;
    private long events;

    /** A run in which everything follows from the seed. */
    public Fuzz(long seed) {
        this.seed = seed;
    }

    /**
     * A lab on which model and kernel differ.
     *
     * @param number of the lab in its run, from 1
     */
    public record Found(long number, Draft lab, Difference difference) {
        /** What is left of it when everything is left out that is not needed; takes some hundred runs of the lab. */
        public Found smallest() throws KernelUnavailable {
            Draft smallest = Shrinker.shrink(lab, difference);
            return new Found(number, smallest, Trial.difference(smallest).orElse(difference));
        }
    }

    /**
     * Makes and compares the next lab.
     *
     * @return how the two sides differ, if they do
     * @throws KernelUnavailable if labs cannot be run here
     */
    public Optional<Found> next() throws KernelUnavailable {
        labs++;
        Draft draft = LabGenerator.lab(seedOf(labs));
        Verification verification = Trial.of(draft)
                .orElseThrow(() -> new IllegalStateException("the model refuses lab " + labs + " of seed " + seed));
        release = verification.release();
        packets += draft.packets();
        rules += draft.rules();
        events += verification.total();
        return verification.first().map(difference -> new Found(labs, draft, difference));
    }

    /** Neighbouring seeds give labs that have nothing in common: the finalizer of MurmurHash3. */
    private long seedOf(long lab) {
        long mixed = (seed << 32) + lab;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    /** Such as {@code 500 labs, 31204 packets, 9120 rules, 310220 observable events with Linux 6.18.44}. */
    public String sentence() {
        int dash = release.indexOf('-');
        String kernel = dash < 0 ? release : release.substring(0, dash);
        return labs + " labs, " + packets + " packets, " + rules + " rules, " + events
                + " observable events compared with Linux " + kernel;
    }
}
