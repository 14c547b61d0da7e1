package nfstep.trace.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that counts what is read and ends with a complaint when it is too much. */
final class LimitedStream extends FilterInputStream {
    private final long limit;
    private final String what;
    private long count;

    /** @param what is too large, for the complaint */
    LimitedStream(InputStream in, long limit, String what) {
        super(in);
        this.limit = limit;
        this.what = what;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = in.read(bytes, from, length);
        count(read);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int more) throws TooLarge {
        count += Math.max(0, more);
        if (count > limit) {
            throw new TooLarge(what + " is larger than " + limit + " bytes");
        }
    }
}
