package nfstep.kernel;

/**
 * How a command ended on the kernel.
 *
 * @param status of its process, 0 for success
 */
record Answer(int status, String out, String err) {
    /** The status of what the sandbox could not do at all. */
    static final int IMPOSSIBLE = 125;
}
