package nfstep.rules.xt;

import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Reads the tests of {@code --u32}: {@code libxt_u32.c}, {@code u32_parse}. */
final class U32Text {
    private static final int MOST = 10;
    private static final int WIDTH = 32;
    private static final long LARGEST = 0xffff_ffffL;

    private final Reading reading;
    private final OptionUse use;
    private final CharBuffer text;

    private U32Text(Reading reading, OptionUse use) {
        this.reading = reading;
        this.use = use;
        this.text = CharBuffer.wrap(use.word());
    }

    /** The tests, none of them once the text was refused. */
    static List<U32Test> read(Reading reading, OptionUse use) {
        return new U32Text(reading, use).tests();
    }

    private List<U32Test> tests() {
        List<U32Test> tests = new ArrayList<>();
        do {
            tests.add(test());
        } while (!reading.isRefused() && next("&&"));
        if (!reading.isRefused() && text.hasRemaining()) {
            refuse("\",\" or \"&&\" is expected");
        }
        if (tests.size() > MOST) {
            refuse("there are more than " + MOST + " tests");
        }
        return reading.isRefused() ? List.of() : tests;
    }

    private U32Test test() {
        int start = number();
        List<U32Test.Step> steps = new ArrayList<>();
        while (!reading.isRefused() && !next("=")) {
            steps.add(step());
        }
        List<U32Test.Range> values = new ArrayList<>();
        do {
            values.add(range());
        } while (!reading.isRefused() && next(","));
        if (steps.size() >= MOST || values.size() > MOST) {
            refuse("a test has more than " + MOST + " numbers");
        }
        return new U32Test(start, steps, values);
    }

    private U32Test.Step step() {
        for (U32Test.Operator operator : U32Test.Operator.values()) {
            if (next(operator.sign())) {
                int number = number();
                boolean shifts = operator == U32Test.Operator.LEFT || operator == U32Test.Operator.RIGHT;
                if (shifts && Integer.compareUnsigned(number, WIDTH) >= 0) {
                    refuse("the kernel shifts by 31 bits at most");
                }
                return new U32Test.Step(operator, number);
            }
        }
        refuse("&, <<, >>, @ or = is expected");
        return new U32Test.Step(U32Test.Operator.AND, 0);
    }

    private U32Test.Range range() {
        int lowest = number();
        return new U32Test.Range(lowest, next(":") ? number() : lowest);
    }

    private boolean next(String sign) {
        skipBlanks();
        boolean there = text.toString().startsWith(sign);
        text.position(text.position() + (there ? sign.length() : 0));
        return there;
    }

    private void skipBlanks() {
        while (text.hasRemaining() && Character.isWhitespace(text.charAt(0))) {
            text.get();
        }
    }

    private int number() {
        skipBlanks();
        int end = 0;
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        OptionalLong number = Numbers.parse(text.subSequence(0, end).toString());
        if (number.isEmpty() || number.getAsLong() > LARGEST) {
            refuse("a number of 32 bits is expected");
        }
        text.position(text.position() + end);
        return (int) number.orElse(0);
    }

    private void refuse(String what) {
        reading.refuse(use, "at character " + text.position() + " of " + Quoting.quote(use.word()) + ": " + what);
    }
}
