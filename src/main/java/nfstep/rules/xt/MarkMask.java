package nfstep.rules.xt;

import java.util.OptionalLong;

/** A mark and which of its bits count: {@code xtables_parse_mark_mask}. */
record MarkMask(int value, int mask) {
    private static final long MOST = 0xffff_ffffL;

    /** Reads {@code value[/mask]}. */
    static MarkMask read(Reading reading, OptionUse use) {
        String word = use.word();
        int slash = word.indexOf('/');
        OptionalLong value = Numbers.parse(slash < 0 ? word : word.substring(0, slash));
        OptionalLong mask = slash < 0 ? OptionalLong.of(MOST) : Numbers.parse(word.substring(slash + 1));
        if (value.orElse(-1) < 0 || mask.orElse(-1) < 0 || Math.max(value.orElse(0), mask.orElse(0)) > MOST) {
            reading.refuse(use, "takes a mark of 32 bits, such as 1 or 0x1/0xff, not " + Quoting.quote(word));
        }
        return new MarkMask((int) value.orElse(0), (int) mask.orElse(0));
    }

    /** Whether the bits of a mark that count are the wanted ones. */
    boolean holds(int mark) {
        return (mark & mask) == value;
    }

    /** The mark in hexadecimal, with the mask where not all bits count. */
    String text() {
        return mask == -1 ? hex(value) : hex(value) + "/" + hex(mask);
    }

    /** A mark as all tools print it. */
    static String hex(int mark) {
        return "0x" + Integer.toHexString(mark);
    }
}
