package nfstep.conntrack;

/**
 * The ports, ids or keys that NAT chooses from.
 *
 * @param first the lowest of them
 * @param size how many there are, at least one
 */
public record KeyPool(int first, int size) {
    public KeyPool {
        if (first < 0 || size < 1 || first + size > 0x10000) {
            throw new IllegalArgumentException("not a range of ports: " + first + " and " + size + " in all");
        }
    }

    /** The pool that {@link #toString} prints. */
    public static KeyPool parse(String text) {
        int dash = text.indexOf('-');
        int first = Integer.parseInt(text.substring(0, Math.max(dash, 0)));
        return new KeyPool(first, Integer.parseInt(text.substring(dash + 1)) - first + 1);
    }

    int at(int offset) {
        return first + offset % size;
    }

    /** Whether that key is one of them. */
    public boolean contains(int key) {
        return key >= first && key < first + size;
    }

    /** Such as {@code 1024-65535}. */
    @Override
    public String toString() {
        return first + "-" + (first + size - 1);
    }
}
