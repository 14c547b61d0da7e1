package nfstep.trace.json;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.zip.ZipException;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Parsed;
import nfstep.source.Span;
import nfstep.trace.TraceDocument;

/** Reads one trace and turns whatever is wrong with it into one diagnostic. */
final class TraceReader {
    private final EditTexts texts;
    private final String name;
    private final Limits limits;

    TraceReader(EditTexts texts, String name, Limits limits) {
        this.texts = texts;
        this.name = name;
        this.limits = limits;
    }

    Parsed<TraceDocument> read(InputStream in) throws IOException {
        try (LimitedText text = Unpacking.text(in, limits);
                JsonReader json = new JsonReader(text)) {
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(JsonTree.DEPTH);
            return read(text, json);
        } catch (ZipException | CharacterCodingException e) {
            return failed(Code.FORMAT, "not an nfstep trace, or a damaged one: " + words(e), Where.START);
        } catch (TooLarge e) {
            return failed(Code.LIMIT, "refused: " + words(e), Where.START);
        } catch (EOFException e) {
            return failed(Code.FORMAT, "damaged trace: the file ends too early", Where.START);
        }
    }

    private Parsed<TraceDocument> read(LimitedText text, JsonReader json) throws IOException {
        try {
            return Parsed.of(new Sections(texts, text, json, limits.count()).read());
        } catch (MalformedJsonException | EOFException e) {
            Where where = Where.of(words(e)).orElseGet(() -> Where.of(json));
            return failed(Code.FORMAT, "damaged trace: " + where.problem(words(e)), where);
        } catch (Damaged e) {
            return failed(Code.FORMAT, "damaged trace: " + words(e), Where.of(json));
        } catch (TooLarge e) {
            return failed(Code.LIMIT, "refused: " + words(e), Where.of(json));
        } catch (OutOfMemoryError e) {
            return failed(
                    Code.LIMIT, "refused: it does not fit into the memory of this program (see -Xmx)", Where.START);
        }
    }

    private static String words(Throwable problem) {
        return String.valueOf(problem.getMessage());
    }

    private Parsed<TraceDocument> failed(Code code, String message, Where where) {
        return Parsed.failed(Diagnostic.of(code, name, new Span(where.line(), where.column(), 0), message));
    }
}
