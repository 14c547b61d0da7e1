package nfstep.rules.xt;

/**
 * A number of 32 bits of which the tools know one by name, and which of its bits count: {@code xtables_parse_val_mask}.
 *
 * @param zero the name of number 0
 */
record NamedNumber(boolean inverted, String zero, MarkMask number) {
    /** Reads the name, or {@code number[/mask]}. */
    static NamedNumber read(Reading reading, OptionUse use, String zero) {
        MarkMask number = use.word().equals(zero) ? new MarkMask(0, -1) : MarkMask.read(reading, use);
        return new NamedNumber(use.inverted(), zero, number);
    }

    /** As iptables prints it behind the name of the option. */
    String text(boolean numeric) {
        boolean named = number.value() == 0 && number.mask() == -1 && !numeric;
        return named ? zero : number.text();
    }

    /** As an option is saved. */
    String option(String name) {
        return Parts.option(inverted, name, text(false));
    }

    /** As a listing prints it. */
    String listing(String name, boolean numeric) {
        return Parts.join(inverted ? "!" : "", name, text(numeric));
    }
}
