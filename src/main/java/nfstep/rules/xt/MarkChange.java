package nfstep.rules.xt;

/**
 * A change of a mark: some bits are cleared, then some are turned over. All forms of MARK and CONNMARK come down to it.
 *
 * @param mask the bits that are cleared
 * @param value the bits that are turned over then
 */
record MarkChange(int value, int mask) {
    /** Reads {@code --set-xmark}, {@code --set-mark}, {@code --and-mark}, {@code --or-mark} or {@code --xor-mark}. */
    static MarkChange read(Reading reading, OptionUse use) {
        return switch (use.option()) {
            case "set-xmark" -> of(MarkMask.read(reading, use));
            case "set-mark" -> set(MarkMask.read(reading, use));
            case "and-mark" -> new MarkChange(0, ~bits(reading, use));
            case "or-mark" -> new MarkChange(bits(reading, use), bits(reading, use));
            default -> new MarkChange(bits(reading, use), 0);
        };
    }

    private static MarkChange of(MarkMask mark) {
        return new MarkChange(mark.value(), mark.mask());
    }

    private static MarkChange set(MarkMask mark) {
        return new MarkChange(mark.value(), mark.value() | mark.mask());
    }

    private static int bits(Reading reading, OptionUse use) {
        return (int) reading.number(use, 0, 0xffff_ffffL);
    }

    /** The mark after the change. */
    int of(int mark) {
        return (mark & ~mask) ^ value;
    }

    /** As iptables-save prints it. */
    String option() {
        return "--set-xmark " + MarkMask.hex(value) + "/" + MarkMask.hex(mask);
    }

    /** As a listing prints it. */
    String listing() {
        if (value == 0) {
            return "and " + MarkMask.hex(~mask);
        }
        if (value == mask) {
            return "or " + MarkMask.hex(value);
        }
        return switch (mask) {
            case 0 -> "xor " + MarkMask.hex(value);
            case -1 -> "set " + MarkMask.hex(value);
            default -> "xset " + MarkMask.hex(value) + "/" + MarkMask.hex(mask);
        };
    }
}
