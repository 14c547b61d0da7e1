package nfstep.cli;

/** A command cannot go on: what the user reads, and the exit code. */
final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    private final int code;

    Failure(int code, String message) {
        super(message);
        this.code = code;
    }

    /** One of {@link Exit}. */
    int code() {
        return code;
    }

    /** Lines for standard error; files' text in them is escaped already. */
    String text() {
        return String.valueOf(getMessage());
    }
}
