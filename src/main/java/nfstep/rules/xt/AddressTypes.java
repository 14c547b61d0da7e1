package nfstep.rules.xt;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import nfstep.host.RouteType;

/**
 * A set of address types, as {@code --src-type} takes it.
 *
 * @param mask a bit for each word, in the order of the kernel's {@code RTN_} numbers
 */
record AddressTypes(boolean inverted, int mask) {
    static final int UNSPEC = 1;
    static final int UNICAST = 1 << 1;
    static final int LOCAL = 1 << 2;
    static final int BROADCAST = 1 << 3;
    static final int ANYCAST = 1 << 4;
    static final int MULTICAST = 1 << 5;
    static final int UNREACHABLE = 1 << 7;

    /** Types that the kernel does not take for IPv6. */
    static final int IPV4_ONLY = BROADCAST | 1 << 6 | 1 << 8 | 1 << 9 | 1 << 10 | 1 << 11;

    private static final List<String> WORDS = List.of(
            "UNSPEC",
            "UNICAST",
            "LOCAL",
            "BROADCAST",
            "ANYCAST",
            "MULTICAST",
            "BLACKHOLE",
            "UNREACHABLE",
            "PROHIBIT",
            "THROW",
            "NAT",
            "XRESOLVE");

    /** Reads words with commas between; the beginning of a word is enough. */
    static AddressTypes read(Reading reading, OptionUse use) {
        int mask = 0;
        for (String word : use.word().split(",", -1)) {
            String upper = word.toUpperCase(Locale.ROOT);
            int bit = word.isEmpty() ? -1 : bit(upper);
            if (bit < 0) {
                reading.refuse(
                        use,
                        "takes " + String.join(", ", WORDS) + " with commas between, not " + Quoting.quote(use.word())
                                + Quoting.hint(upper, WORDS));
            }
            mask |= 1 << Math.max(bit, 0);
        }
        return new AddressTypes(use.inverted(), mask);
    }

    private static int bit(String beginning) {
        for (int i = 0; i < WORDS.size(); i++) {
            if (WORDS.get(i).startsWith(beginning)) {
                return i;
            }
        }
        return -1;
    }

    /** The bit of a type that a look-up gave. */
    static int bit(RouteType type) {
        return 1 << WORDS.indexOf(type.name());
    }

    /** Whether one of the bits is wanted. */
    boolean has(int bits) {
        return (mask & bits) != 0;
    }

    /** The words with commas between. */
    String words() {
        StringJoiner words = new StringJoiner(",");
        for (int i = 0; i < WORDS.size(); i++) {
            if ((mask >> i & 1) != 0) {
                words.add(WORDS.get(i));
            }
        }
        return words.toString();
    }
}
