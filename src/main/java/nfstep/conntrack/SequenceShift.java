package nfstep.conntrack;

/**
 * By how much the sequence numbers of one direction moved, since a helper made the data longer or shorter: {@code struct
 * nf_ct_seqadj}. Numbers are modulo 2^32.
 *
 * @param position the number of the last segment whose length changed
 * @param before what is added up to there
 * @param after what is added behind it
 */
public record SequenceShift(int position, int before, int after) {
    /** Nothing moved. */
    public static final SequenceShift NONE = new SequenceShift(0, 0, 0);

    /** What is added to that number. */
    public int at(int number) {
        return Sequence.after(number, position) ? after : before;
    }

    /** This shift after the segment of that number changed its length: {@code nf_ct_seqadj_set}. */
    SequenceShift plus(int number, int more) {
        boolean later = before == after || Sequence.before(position, number);
        return later && more != 0 ? new SequenceShift(number, after, after + more) : this;
    }

    /** What was added to a number that comes back in an acknowledgement. */
    int of(int acknowledged) {
        return Sequence.after(acknowledged - before, position) ? after : before;
    }
}
