package nfstep.rules.xt;

/**
 * One option that an extension knows.
 *
 * @param name without the dashes, such as {@code dport}
 * @param arity how many words follow it
 * @param invertible whether {@code !} may stand before it
 * @param help what it takes and means, as {@code --help} shows it
 */
public record OptionSpec(String name, int arity, boolean invertible, String help) {
    /** An option that takes one word and cannot be inverted. */
    public static OptionSpec of(String name, String help) {
        return new OptionSpec(name, 1, false, help);
    }

    /** An option that takes one word and can be inverted. */
    public static OptionSpec invertible(String name, String help) {
        return new OptionSpec(name, 1, true, help);
    }

    /** An option that takes no word. */
    public static OptionSpec flag(String name, String help) {
        return new OptionSpec(name, 0, false, help);
    }
}
