package nfstep.rules.xt;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Some types of DCCP packets, RFC 4340 section 5.1: {@code libxt_dccp.c}, {@code parse_dccp_types}.
 *
 * @param mask a bit each; INVALID stands for all types from 10 on
 */
record DccpTypes(boolean inverted, int mask) {
    private static final List<String> NAMES = List.of(
            "REQUEST",
            "RESPONSE",
            "DATA",
            "ACK",
            "DATAACK",
            "CLOSEREQ",
            "CLOSE",
            "RESET",
            "SYNC",
            "SYNCACK",
            "INVALID");
    private static final int INVALID = 10;
    private static final int LAST = 15;

    /** Reads names with commas between, in capitals or not. */
    static DccpTypes read(Reading reading, OptionUse use) {
        int mask = 0;
        for (String word : use.word().toUpperCase(Locale.ROOT).split(",", -1)) {
            int type = NAMES.indexOf(word);
            if (type < 0) {
                reading.refuse(use, "knows no type " + Quoting.quote(word) + Quoting.hint(word, NAMES));
            }
            mask |= type == INVALID ? 0xffff << INVALID & 0xffff : 1 << Math.max(type, 0);
        }
        return new DccpTypes(use.inverted(), mask);
    }

    /** Whether the type is one of them, or none of them where inverted. */
    boolean holds(int type) {
        return ((mask & 1 << type) != 0) != inverted;
    }

    /** The names with commas between. */
    String text() {
        return IntStream.rangeClosed(0, INVALID)
                .filter(type -> (mask & 1 << type) != 0)
                .mapToObj(DccpTypes::name)
                .collect(Collectors.joining(","));
    }

    /** The numbers with commas between. */
    String numbers() {
        return IntStream.rangeClosed(0, LAST)
                .filter(type -> (mask & 1 << type) != 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(","));
    }

    /** The name of a type from 0 to 15. */
    static String name(int type) {
        return NAMES.get(Math.min(type, INVALID));
    }
}
