package nfstep.parse.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import nfstep.packet.IpAddress;
import nfstep.packet.Ipv4Address;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Diagnostic;
import nfstep.source.Parsed;
import nfstep.source.SourceText;
import nfstep.source.Span;

/** What is collected while a line is read: its problems, and what it leaves open. */
final class Reading {
    /** Where a line starts. */
    static final Word START = new Word("", new Span(1, 1, 0));

    private final SourceText text;
    private final List<Diagnostic> problems = new ArrayList<>();
    private final List<String> assumed = new ArrayList<>();

    Reading(SourceText text) {
        this.text = text;
    }

    /** The words between blanks and line ends. */
    List<Word> words() {
        List<Word> words = new ArrayList<>();
        int line = 1;
        for (String row : text.text().split("\n", -1)) {
            split(row, line, words);
            line++;
        }
        return words;
    }

    private static void split(String row, int line, List<Word> words) {
        int at = 0;
        while (at < row.length()) {
            int end = at;
            while (end < row.length() && !Character.isWhitespace(row.charAt(end))) {
                end++;
            }
            if (end > at) {
                words.add(new Word(row.substring(at, end), new Span(line, at + 1, end - at)));
            }
            at = end + 1;
        }
    }

    /** The rest of a word from an offset. */
    static Word from(Word word, int at) {
        return part(word, at, word.text().length());
    }

    /** A part of a word. */
    static Word part(Word word, int from, int to) {
        Span span = new Span(word.span().line(), word.span().column() + from, to - from);
        return new Word(word.text().substring(from, to), span);
    }

    void problem(Code code, Word at, String message) {
        add(text.diagnostic(code, at.span(), message));
    }

    void add(Diagnostic problem) {
        problems.add(problem);
    }

    void assume(String what) {
        assumed.add(what);
    }

    /** A decimal number, or a hexadecimal one after {@code 0x}; 0 after a problem. */
    long number(Word word, long most) {
        boolean hex = word.text().startsWith("0x");
        return number(hex ? from(word, 2) : word, hex ? 16 : 10, most);
    }

    /** A number without any prefix; 0 after a problem. */
    long number(Word word, int radix, long most) {
        String digits = word.text();
        boolean written = !digits.isEmpty()
                && digits.length() <= 10
                && digits.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        long value = written ? Long.parseLong(digits, radix) : most + 1;
        if (value > most) {
            problem(Code.BAD_VALUE, word, "'" + digits + "' is no number from 0 to " + most);
            return 0;
        }
        return value;
    }

    /** An address; an unspecified one after a problem. */
    IpAddress address(Word word) {
        Optional<IpAddress> address = IpAddress.parse(word.text());
        if (address.isEmpty()) {
            problem(Code.BAD_VALUE, word, "'" + word.text() + "' is no IP address");
        }
        return address.orElse(Ipv4Address.ANY);
    }

    boolean failed() {
        return !problems.isEmpty();
    }

    List<String> assumed() {
        return assumed;
    }

    Diagnostic diagnostic(Code code, Word at, String message) {
        return text.diagnostic(code, at.span(), message);
    }

    /** The problems, of which there is at least one. */
    <T> Parsed<T> failure() {
        return Parsed.failed(problems);
    }

    /** The problems, or else the result. */
    <T> Parsed<T> result(Supplier<T> value) {
        return failed() ? Parsed.failed(problems) : Parsed.of(value.get());
    }
}
