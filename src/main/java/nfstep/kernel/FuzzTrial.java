package nfstep.kernel;

import java.util.Optional;
import nfstep.lab.fuzz.Draft;
import nfstep.lab.fuzz.LabGenerator;

/**
 * What came out of one lab of a run.
 *
 * @param number of the lab in its run, from 1
 * @param verification of the last time that it was carried out
 * @param unrepeated whether it differed once and then no more
 */
record FuzzTrial(long number, Draft lab, Verification verification, boolean unrepeated) {
    /** Makes the lab and carries it out; where the two sides differ, again, for a kernel may be disturbed. */
    static FuzzTrial of(long seed, long number, Laboratory laboratory) throws KernelUnavailable {
        Draft lab = LabGenerator.lab(seedOf(seed, number), laboratory.backend());
        Optional<Verification> first = Trial.of(lab, laboratory);
        if (first.isEmpty()) {
            throw new IllegalStateException("the model refuses lab " + number + " of seed " + seed);
        }
        if (first.get().agrees()) {
            return new FuzzTrial(number, lab, first.get(), false);
        }
        Verification second = Trial.of(lab, laboratory).orElseThrow();
        return new FuzzTrial(number, lab, second, second.agrees());
    }

    /** Neighbouring seeds give labs that have nothing in common: the finalizer of MurmurHash3. */
    private static long seedOf(long seed, long lab) {
        long mixed = (seed << 32) + lab;
        mixed = (mixed ^ mixed >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }
}
