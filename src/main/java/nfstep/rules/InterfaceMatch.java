package nfstep.rules;

/**
 * A device name as {@code -i} and {@code -o} compare it; a {@code +} at the end stands for any ending.
 *
 * @param pattern empty for no condition; {@code +} alone matches any device and, unlike empty, is a condition
 */
public record InterfaceMatch(String pattern) {
    /** No condition. */
    public static final InterfaceMatch ANY = new InterfaceMatch("");

    /** Whether there is no condition. */
    public boolean isEmpty() {
        return pattern.isEmpty();
    }

    /** Whether a device of that name is meant; an empty name stands for no device: {@code ifname_compare_aligned}. */
    public boolean matches(String name) {
        int last = pattern.length() - 1;
        if (last < 0) {
            return true;
        }
        if (pattern.charAt(last) == '+') {
            return name.regionMatches(0, pattern, 0, last);
        }
        return name.equals(pattern);
    }
}
