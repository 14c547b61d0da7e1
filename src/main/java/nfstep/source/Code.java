package nfstep.source;

/** What kind of problem a diagnostic tells of: tests and programs look at this, people at the message. */
public enum Code {
    /** The text does not follow its grammar. */
    SYNTAX,
    /** No such command or sub-command. */
    UNKNOWN_COMMAND,
    /** The command has no such option. */
    UNKNOWN_OPTION,
    /** No such match extension. */
    UNKNOWN_MATCH,
    /** No such target extension, nor a chain of that name. */
    UNKNOWN_TARGET,
    /** A value that its option does not take. */
    BAD_VALUE,
    /** An option without its value, or a command without a needed option. */
    MISSING_VALUE,
    /** No such chain. */
    UNKNOWN_CHAIN,
    /** No such table. */
    UNKNOWN_TABLE,
    /** No such namespace, device, connection or other named thing. */
    UNKNOWN_NAME,
    /** Well formed, but the kernel would refuse it. */
    REFUSED,
    /** Larger, deeper or more than what is accepted. */
    LIMIT,
    /** Not a file of the expected kind, or a damaged one. */
    FORMAT
}
