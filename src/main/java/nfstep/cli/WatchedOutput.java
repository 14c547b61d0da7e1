package nfstep.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import nfstep.trace.Progress;

/** Tells how much was written. */
final class WatchedOutput extends FilterOutputStream {
    private final Progress progress;
    private long count;

    WatchedOutput(OutputStream out, Progress progress) {
        super(out);
        this.progress = progress;
    }

    @Override
    public void write(int b) throws IOException {
        out.write(b);
        tell(1);
    }

    @Override
    public void write(byte[] buffer, int from, int length) throws IOException {
        out.write(buffer, from, length);
        tell(length);
    }

    private void tell(int more) {
        count += more;
        progress.at(count, "bytes");
    }
}
