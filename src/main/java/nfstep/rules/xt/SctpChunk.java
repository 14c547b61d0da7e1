package nfstep.rules.xt;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A type of chunk in an SCTP packet, with flags that must be set or not: {@code DATA:Ub}.
 *
 * @param mask of the flags that are looked at
 * @param flags those of them that must be set
 */
record SctpChunk(int type, int mask, int flags) {
    /** Names and numbers, RFC 9260 section 3.2, and after a colon the flags, the highest bit first. */
    private enum Name {
        DATA(0, "IUBE"),
        INIT(1, ""),
        INIT_ACK(2, ""),
        SACK(3, ""),
        HEARTBEAT(4, ""),
        HEARTBEAT_ACK(5, ""),
        ABORT(6, "T"),
        SHUTDOWN(7, ""),
        SHUTDOWN_ACK(8, ""),
        ERROR(9, ""),
        COOKIE_ECHO(10, ""),
        COOKIE_ACK(11, ""),
        ECN_ECNE(12, ""),
        ECN_CWR(13, ""),
        SHUTDOWN_COMPLETE(14, "T"),
        I_DATA(64, "IUBE"),
        RE_CONFIG(130, ""),
        PAD(132, ""),
        ASCONF(193, ""),
        ASCONF_ACK(128, ""),
        FORWARD_TSN(192, ""),
        I_FORWARD_TSN(194, "");

        private static final int LAST_IN_ORDER = 14;

        private final int type;
        private final String letters;

        Name(int type, String letters) {
            this.type = type;
            this.letters = letters;
        }

        /** The tool enters flags under the place in its list, which from here on is no type of chunk. */
        private boolean losesFlags() {
            return type > LAST_IN_ORDER;
        }

        private static Optional<Name> of(int type) {
            return Arrays.stream(values()).filter(name -> name.type == type).findFirst();
        }

        private static Optional<Name> of(String word) {
            return Arrays.stream(values())
                    .filter(name -> name.name().equals(word))
                    .findFirst();
        }

        private int bit(char letter) {
            return 1 << (letters.length() - 1 - letters.indexOf(Character.toUpperCase(letter)));
        }
    }

    /** Reads {@code NAME[:FLAGS]}; a capital letter is a flag that must be set, a small one must not be. */
    static SctpChunk read(Reading reading, OptionUse use, String word) {
        int colon = word.indexOf(':');
        String text = (colon < 0 ? word : word.substring(0, colon)).toUpperCase(Locale.ROOT);
        String letters = colon < 0 ? "" : word.substring(colon + 1);
        Optional<Name> name = Name.of(text);
        if (name.isEmpty()) {
            List<String> names = Arrays.stream(Name.values()).map(Name::name).toList();
            reading.refuse(use, "knows no chunk " + Quoting.quote(text) + Quoting.hint(text, names));
        }
        return name.map(it -> flagged(reading, use, it, letters)).orElse(new SctpChunk(0, 0, 0));
    }

    private static SctpChunk flagged(Reading reading, OptionUse use, Name name, String letters) {
        if (!letters.toUpperCase(Locale.ROOT).chars().allMatch(c -> name.letters.indexOf(c) >= 0)) {
            reading.refuse(
                    use,
                    "knows the flags \"" + name.letters + "\" of " + name + ", not "
                            + Quoting.quote(letters.toUpperCase(Locale.ROOT)));
            return new SctpChunk(name.type, 0, 0);
        }
        int mask = 0;
        int flags = 0;
        for (int i = 0; i < letters.length(); i++) {
            char letter = letters.charAt(i);
            mask |= name.bit(letter);
            flags |= Character.isUpperCase(letter) ? name.bit(letter) : 0;
        }
        return name.losesFlags() ? new SctpChunk(name.type, 0, 0) : new SctpChunk(name.type, mask, flags);
    }

    /** The same chunk with the flags of both. */
    SctpChunk with(SctpChunk other) {
        return new SctpChunk(type, mask | other.mask, flags | other.flags);
    }

    boolean hasFlags() {
        return mask != 0;
    }

    /** Whether a chunk of this type has the wanted flags. */
    boolean holds(int seen) {
        return (seen & mask) == flags;
    }

    /** As iptables prints it. */
    String text(boolean numeric) {
        Name name = Name.of(type).orElseThrow();
        StringBuilder text = new StringBuilder(numeric ? String.format(Locale.ROOT, "0x%04X", type) : name.name());
        text.append(mask == 0 ? "" : ":");
        for (int i = 0; i < name.letters.length(); i++) {
            char letter = name.letters.charAt(i);
            int bit = name.bit(letter);
            if ((mask & bit) != 0) {
                text.append((flags & bit) != 0 ? letter : Character.toLowerCase(letter));
            }
        }
        return text.toString();
    }

    /** The name of a type, its number where it has none. */
    static String name(int type) {
        return Name.of(type).map(Name::name).orElse(Integer.toString(type));
    }
}
