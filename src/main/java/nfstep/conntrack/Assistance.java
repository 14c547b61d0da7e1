package nfstep.conntrack;

/**
 * What helpers know of a connection and did to it: {@code struct nf_conn_help}, {@code struct nf_conn_seqadj}.
 *
 * @param helper the name of its helper, empty for none
 * @param lines what the FTP helper remembers
 * @param original how the original direction's sequence numbers moved
 * @param reply how those of the reply direction moved
 * @param expectedBy the name of the helper of the connection that expected this one, empty for none
 */
public record Assistance(
        String helper, FtpLines lines, SequenceShift original, SequenceShift reply, String expectedBy) {
    /** No helper. */
    public static final Assistance NONE = new Assistance("", FtpLines.NONE, SequenceShift.NONE, SequenceShift.NONE, "");

    /** With a helper. */
    Assistance withHelper(String name) {
        return new Assistance(name, lines, original, reply, expectedBy);
    }

    /** Expected by the helper of another connection. */
    Assistance expectedBy(String name) {
        return new Assistance(helper, lines, original, reply, name);
    }

    /** With what the FTP helper now remembers. */
    Assistance with(FtpLines other) {
        return new Assistance(helper, other, original, reply, expectedBy);
    }

    /** How the sequence numbers of that direction moved. */
    public SequenceShift shift(Direction direction) {
        return direction == Direction.ORIGINAL ? original : reply;
    }

    /** With another shift of that direction. */
    Assistance with(Direction direction, SequenceShift shift) {
        return direction == Direction.ORIGINAL
                ? new Assistance(helper, lines, shift, reply, expectedBy)
                : new Assistance(helper, lines, original, shift, expectedBy);
    }
}
