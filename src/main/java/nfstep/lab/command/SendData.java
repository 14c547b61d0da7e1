package nfstep.lab.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import nfstep.parse.Word;
import nfstep.source.Code;

/** What {@code send ... data TEXT} carries: the text's bytes in UTF-8, with backslashes as in printf(1). */
final class SendData {
    private static final int MOST = 1400;

    private final CommandLine line;
    private final Word word;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private SendData(CommandLine line, Word word) {
        this.line = line;
        this.word = word;
    }

    /** The bytes of a word. */
    static byte[] read(CommandLine line, Word word) {
        return new SendData(line, word).read();
    }

    private byte[] read() {
        String text = word.text();
        for (int at = 0; at < text.length(); ) {
            at = text.charAt(at) == '\\' ? escape(text, at + 1) : plain(text, at);
        }
        if (bytes.size() > MOST) {
            throw line.problem(Code.BAD_VALUE, word, "data of " + bytes.size() + " bytes", "write at most " + MOST);
        }
        return bytes.toByteArray();
    }

    private int plain(String text, int at) {
        int point = text.codePointAt(at);
        bytes.writeBytes(Character.toString(point).getBytes(StandardCharsets.UTF_8));
        return at + Character.charCount(point);
    }

    private int escape(String text, int at) {
        char kind = at < text.length() ? text.charAt(at) : ' ';
        switch (kind) {
            case 'r' -> bytes.write('\r');
            case 'n' -> bytes.write('\n');
            case '0' -> bytes.write(0);
            case '\\' -> bytes.write('\\');
            case 'x' -> {
                return hexadecimal(text, at + 1);
            }
            default -> throw wrong();
        }
        return at + 1;
    }

    private int hexadecimal(String text, int at) {
        if (at + 2 > text.length() || !text.substring(at, at + 2).matches("[0-9a-fA-F]{2}")) {
            throw wrong();
        }
        bytes.write(Integer.parseInt(text.substring(at, at + 2), 16));
        return at + 2;
    }

    private Problem wrong() {
        return line.problem(
                Code.BAD_VALUE,
                word,
                "a backslash in data that stands for nothing",
                "write \\r, \\n, \\0, \\\\ or \\xNN");
    }
}
