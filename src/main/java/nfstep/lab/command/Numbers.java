package nfstep.lab.command;

import java.util.OptionalLong;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Digits;

/**
 * Whole numbers of a range, decimal or with 0x.
 *
 * @param what it is, for messages
 */
record Numbers(String what, long least, long most) {
    static final Numbers PORT = new Numbers("port", 0, 65535);
    static final Numbers COUNT = new Numbers("count", 1, 1_000_000);

    int read(CommandLine line, Word word) {
        return (int) readLong(line, word);
    }

    long readLong(CommandLine line, Word word) {
        OptionalLong number = parse(word.text());
        if (number.isEmpty()) {
            throw line.problem(Code.BAD_VALUE, word, what + ": '" + word.text() + "' is not a whole number");
        }
        if (number.getAsLong() < least || number.getAsLong() > most) {
            throw line.problem(Code.BAD_VALUE, word, what + " out of range " + least + "-" + most + ": " + word.text());
        }
        return number.getAsLong();
    }

    private static OptionalLong parse(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        String digits = hex ? text.substring(2) : text;
        boolean number = hex ? Digits.areHexadecimal(digits, 15) : Digits.areDecimal(digits, 18);
        return number ? OptionalLong.of(Long.parseLong(digits, hex ? 16 : 10)) : OptionalLong.empty();
    }
}
