package nfstep.kernel;

/**
 * How a command ended on the kernel.
 *
 * @param status of its process, 0 for success
 * @param begun when it was begun, in nanoseconds since the sandbox was ready
 */
record Answer(int status, String out, String err, long begun) {
    /** The status of what the sandbox could not do at all. */
    static final int IMPOSSIBLE = 125;
}
