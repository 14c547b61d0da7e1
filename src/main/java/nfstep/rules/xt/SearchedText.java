package nfstep.rules.xt;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import nfstep.packet.Bytes;

/** Reads and prints what {@code -m string} looks for: {@code libxt_string.c}. */
final class SearchedText {
    private static final int MOST = 128;
    private static final int HEX = 16;

    private final Reading reading;
    private final OptionUse use;
    private final ByteBuffer written;
    /** A byte each. */
    private final StringBuilder decoded = new StringBuilder();

    private SearchedText(Reading reading, OptionUse use) {
        this.reading = reading;
        this.use = use;
        this.written = ByteBuffer.wrap(use.word().getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes of {@code --string} or {@code --hex-string}; some byte once they were refused. */
    static Bytes read(Reading reading, OptionUse use) {
        byte[] bytes = use.option().equals("string")
                ? use.word().getBytes(StandardCharsets.UTF_8)
                : new SearchedText(reading, use).decoded();
        if (bytes.length == 0 || bytes.length > MOST) {
            reading.refuse(use, "takes 1 to " + MOST + " bytes");
            return Bytes.of(new byte[1]);
        }
        return Bytes.of(bytes);
    }

    /**
     * {@code parse_hex_string}: hexadecimal digits between bars, a backslash before what stands for itself. The byte behind
     * a closing bar stands for itself, too, and a bar at the end for nothing.
     */
    private byte[] decoded() {
        while (written.hasRemaining()) {
            if (!next('|')) {
                literal();
            } else if (written.hasRemaining()) {
                block();
            }
        }
        return decoded.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private void literal() {
        boolean escaped = next('\\');
        if (written.hasRemaining()) {
            take(written.get());
        } else if (escaped) {
            refuse("a backslash stands at the end");
        }
    }

    private void block() {
        skipBlanks();
        do {
            take(HEX * digit() + digit());
            next(' ');
        } while (written.hasRemaining() && !next('|'));
        if (written.hasRemaining()) {
            take(written.get());
        } else if (written.get(written.limit() - 1) != '|') {
            refuse("the bar that ends the hexadecimal digits is missing");
        }
    }

    private void skipBlanks() {
        boolean there = next(' ');
        while (there) {
            there = next(' ');
        }
    }

    /** Skips that byte if it is the next one. */
    private boolean next(char c) {
        boolean there = written.hasRemaining() && written.get(written.position()) == c;
        written.position(written.position() + (there ? 1 : 0));
        return there;
    }

    private void take(int value) {
        decoded.append((char) (value & 0xff));
    }

    private int digit() {
        int digit = written.hasRemaining() ? Character.digit(written.get(), HEX) : -1;
        if (digit < 0) {
            refuse("pairs of hexadecimal digits are expected between bars");
        }
        return Math.max(digit, 0);
    }

    private void refuse(String what) {
        reading.refuse(use, Quoting.quote(use.word()) + ": " + what);
    }

    /** Whether the bytes are printed as {@code --hex-string}. */
    static boolean isPrintedInHex(Bytes bytes) {
        for (int i = 0; i < bytes.length(); i++) {
            if (bytes.at(i) < 0x20 || bytes.at(i) >= 0x7f) {
                return true;
            }
        }
        return bytes.at(bytes.length() - 1) == '\\';
    }

    /** The word behind the option, in double quotes. */
    static String text(Bytes bytes) {
        if (isPrintedInHex(bytes)) {
            return "\"|" + bytes.hex() + "|\"";
        }
        String text = new String(bytes.toArray(), StandardCharsets.US_ASCII);
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
