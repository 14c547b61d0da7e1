package nfstep.trace.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import nfstep.source.Parsed;
import nfstep.trace.TraceDocument;

/** The trace file format, version 1; its schema is the resource {@code nfstep/trace.schema.json}. */
public final class TraceJson {
    static final String FORMAT = "nfstep-trace";
    static final int VERSION = 1;

    private final EditTexts texts;

    /** The format, with changes of networks and rules as the commands that they are. */
    public TraceJson() {
        this(new CommandTexts());
    }

    /** The format, with other words for changes of networks and rules. */
    TraceJson(EditTexts texts) {
        this.texts = texts;
    }

    /** Writes a trace as UTF-8 text; equal traces give equal bytes. The walk must have begun with a bare host. */
    public void write(TraceDocument trace, OutputStream out) throws IOException {
        new TraceWriter(texts, trace).write(out);
    }

    /**
     * Reads a trace, packed by gzip or not. What is damaged, too large or not ours is one diagnostic; an exception is a
     * failure of the stream alone.
     *
     * @param name of the file, for the diagnostic
     */
    public Parsed<TraceDocument> read(InputStream in, String name) throws IOException {
        return new TraceReader(texts, name, Limits.STANDARD).read(in);
    }

    Parsed<TraceDocument> read(InputStream in, String name, Limits limits) throws IOException {
        return new TraceReader(texts, name, limits).read(in);
    }
}
