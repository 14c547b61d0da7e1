package nfstep.trace.json;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A text of which each value is counted anew, so that one value cannot fill the memory. */
final class LimitedText extends FilterReader {
    private final long limit;
    private long count;

    LimitedText(Reader in, long limit) {
        super(in);
        this.limit = limit;
    }

    /** Another value begins. */
    void restart() {
        count = 0;
    }

    @Override
    public int read(char[] chars, int from, int length) throws IOException {
        int read = in.read(chars, from, length);
        count += Math.max(0, read);
        if (count > limit) {
            throw new TooLarge("one value is longer than " + limit + " characters");
        }
        return read;
    }
}
