package nfstep.rules.xt;

import java.util.Locale;
import java.util.StringJoiner;

/**
 * Which TCP flags are looked at and which of them must be set.
 *
 * @param mask the flags that are looked at
 * @param wanted the flags that must be set, all others of the mask must not be
 */
record TcpFlagTest(boolean inverted, int mask, int wanted) {
    /** No condition. */
    static final TcpFlagTest ANY = new TcpFlagTest(false, 0, 0);

    private static final int ALL = 0x3f;
    private static final int SYN = 0x02;
    private static final String[] NAMES = {"FIN", "SYN", "RST", "PSH", "ACK", "URG"};

    /** Whether the flags of a header are as wanted. */
    boolean holds(int flags) {
        return ((flags & mask) == wanted) != inverted;
    }

    /** Whether a segment that holds opens a connection: {@code find_syn_match}. */
    boolean wantsSyn() {
        return (wanted & SYN) != 0 && !inverted;
    }

    /** The condition of {@code --syn}: a connection is opened. */
    static TcpFlagTest syn(OptionUse use) {
        return new TcpFlagTest(use.inverted(), 0x17, SYN);
    }

    /** Reads the two words of {@code --tcp-flags}. */
    static TcpFlagTest read(Reading reading, OptionUse use) {
        int mask = bits(reading, use, use.words().get(0));
        int wanted = bits(reading, use, use.words().get(1));
        return new TcpFlagTest(use.inverted(), mask, wanted);
    }

    private static int bits(Reading reading, OptionUse use, String word) {
        int bits = 0;
        for (String name : word.split(",", -1)) {
            int bit = name.isEmpty() ? 0 : bit(name.toUpperCase(Locale.ROOT));
            if (bit < 0) {
                reading.refuse(use, "knows FIN, SYN, RST, PSH, ACK, URG, ALL and NONE, not " + Quoting.quote(name));
            }
            bits |= Math.max(bit, 0);
        }
        return bits;
    }

    private static int bit(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return 1 << i;
            }
        }
        return switch (name) {
            case "ALL" -> ALL;
            case "NONE" -> 0;
            default -> -1;
        };
    }

    /** As iptables-save prints it; empty for no condition. */
    String option() {
        return equals(ANY) ? "" : Parts.option(inverted, "tcp-flags", names(mask) + " " + names(wanted));
    }

    /** As a listing prints it; empty for no condition. */
    String listing(boolean numeric) {
        if (equals(ANY)) {
            return "";
        }
        String not = inverted ? "!" : "";
        return numeric
                ? String.format(Locale.ROOT, "flags:%s0x%02X/0x%02X", not, mask, wanted)
                : "flags:" + not + names(mask) + "/" + names(wanted);
    }

    private static String names(int bits) {
        StringJoiner names = new StringJoiner(",").setEmptyValue("NONE");
        for (int i = 0; i < NAMES.length; i++) {
            if ((bits >> i & 1) != 0) {
                names.add(NAMES[i]);
            }
        }
        return names.toString();
    }
}
