package nfstep.cli;

/** Exit codes: they are stable, scripts may rely on them. */
public final class Exit {
    /** All is well. */
    public static final int FINE = 0;
    /** An expectation or comparison failed. */
    public static final int FAILED = 1;
    /** The command line is wrong. */
    public static final int USAGE = 2;
    /** A file holds something that cannot be read. */
    public static final int INPUT = 3;
    /** Reading or writing failed. */
    public static final int IO = 4;
    /** The user ended it from the terminal before it was through: 128 and the number of SIGINT. */
    public static final int INTERRUPTED = 130;

    private Exit() {}
}
