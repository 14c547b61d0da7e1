package nfstep.tui.pane;

/** Numbers in few columns, as iptables abbreviates them. */
final class Quantity {
    private static final String[] UNITS = {"", "K", "M", "G", "T"};

    private Quantity() {}

    /** Such as {@code 99999} or {@code 100K}. */
    static String of(long number) {
        long value = number;
        int unit = 0;
        while (value > 99_999 && unit < UNITS.length - 1) {
            value = (value + 500) / 1000;
            unit++;
        }
        return value + UNITS[unit];
    }
}
