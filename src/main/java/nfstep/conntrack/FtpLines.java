package nfstep.conntrack;

import java.util.ArrayList;
import java.util.List;

/**
 * Where lines begin in an FTP connection: {@code struct nf_ct_ftp_master}. Only a segment that begins a line is read.
 *
 * @param original sequence numbers behind line feeds of the client, at most two
 * @param reply the same of the server
 */
public record FtpLines(List<Integer> original, List<Integer> reply) {
    /** No line feed seen. */
    public static final FtpLines NONE = new FtpLines(List.of(), List.of());

    private static final int REMEMBERED = 2;

    public FtpLines {
        original = List.copyOf(original);
        reply = List.copyOf(reply);
    }

    /** Whether a line begins at that number of that direction: {@code find_nl_seq}. */
    boolean begins(Direction direction, int sequence) {
        return of(direction).contains(sequence);
    }

    private List<Integer> of(Direction direction) {
        return direction == Direction.ORIGINAL ? original : reply;
    }

    /** These lines after one that ends before that number: {@code update_nl_seq}. */
    FtpLines with(Direction direction, int sequence) {
        List<Integer> known = updated(of(direction), sequence);
        return direction == Direction.ORIGINAL ? new FtpLines(known, reply) : new FtpLines(original, known);
    }

    private static List<Integer> updated(List<Integer> known, int sequence) {
        if (known.contains(sequence)) {
            return known;
        }
        List<Integer> all = new ArrayList<>(known);
        if (all.size() < REMEMBERED) {
            all.add(sequence);
            return all;
        }
        int oldest = Sequence.before(all.get(0), all.get(1)) ? 0 : 1;
        if (Sequence.after(sequence, all.get(oldest))) {
            all.set(oldest, sequence);
        }
        return all;
    }
}
