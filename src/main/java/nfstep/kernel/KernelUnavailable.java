package nfstep.kernel;

/** A lab cannot be run on this machine's kernel or compared with it; the message says why, and what to install if that helps. */
public final class KernelUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** With one clear line. */
    KernelUnavailable(String reason) {
        super(reason);
    }

    /** The reason, one line. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
