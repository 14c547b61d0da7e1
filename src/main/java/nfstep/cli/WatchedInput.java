package nfstep.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import nfstep.trace.Progress;

/** Tells how much of a file was read. */
final class WatchedInput extends FilterInputStream {
    private final Progress progress;
    private long count;

    WatchedInput(InputStream in, Progress progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        tell(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        tell(Math.max(0, read));
        return read;
    }

    private void tell(int more) {
        count += more;
        progress.at(count, "bytes");
    }
}
