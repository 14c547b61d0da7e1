package nfstep.tui.term;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;

/** Turns bytes into characters as they come, also when one is cut in the middle of a character. */
final class CharDecoder {
    /** More bytes than any encoding has for one character. */
    private static final int LONGEST = 16;

    private final CharsetDecoder decoder;
    private ByteBuffer rest = ByteBuffer.allocate(0);

    CharDecoder(Charset charset) {
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
    }

    /** The characters that are complete; what is not yet one is kept. */
    String decode(byte[] more) {
        ByteBuffer in = ByteBuffer.allocate(rest.remaining() + more.length)
                .put(rest)
                .put(more)
                .flip();
        CharBuffer out = CharBuffer.allocate(in.remaining() + LONGEST);
        decoder.decode(in, out, false);
        rest = in.slice();
        return out.flip().toString();
    }
}
