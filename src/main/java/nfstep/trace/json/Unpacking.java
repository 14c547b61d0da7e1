package nfstep.trace.json;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

/** Makes a text of a file that may be packed by gzip, counting on both sides. */
final class Unpacking {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private Unpacking() {}

    static LimitedText text(InputStream file, Limits limits) throws IOException {
        InputStream counted = new BufferedInputStream(new LimitedStream(file, limits.file(), "the file"), BUFFER);
        InputStream plain = isGzip(counted) ? new GZIPInputStream(counted, BUFFER) : counted;
        InputStream bounded = new LimitedStream(plain, limits.unpacked(), "the unpacked file");
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        return new LimitedText(new InputStreamReader(bounded, decoder), limits.value());
    }

    private static boolean isGzip(InputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC;
    }
}
