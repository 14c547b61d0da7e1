package nfstep.engine;

/** Something that is still to be done with a packet. */
@FunctionalInterface
interface Work {
    /** Does it. */
    void run(Run run);
}
