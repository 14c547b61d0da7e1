package nfstep.rules.xt;

import java.util.List;
import java.util.Locale;

/** The words of {@code --chunk-types}: {@code libxt_sctp.c}, {@code parse_sctp_chunk}. */
final class SctpChunks {
    private static final List<String> WHICH = List.of("all", "any", "only");
    private static final List<String> NAMES = List.of(
            "DATA",
            "INIT",
            "INIT_ACK",
            "SACK",
            "HEARTBEAT",
            "HEARTBEAT_ACK",
            "ABORT",
            "SHUTDOWN",
            "SHUTDOWN_ACK",
            "ERROR",
            "COOKIE_ECHO",
            "COOKIE_ACK",
            "ECN_ECNE",
            "ECN_CWR",
            "SHUTDOWN_COMPLETE",
            "I_DATA",
            "RE_CONFIG",
            "PAD",
            "ASCONF",
            "ASCONF_ACK",
            "FORWARD_TSN",
            "I_FORWARD_TSN");

    private SctpChunks() {}

    /** Refuses what is not a chunk or not one of its flags. */
    static void check(Reading reading, OptionUse use) {
        if (!WHICH.contains(use.words().get(0).toLowerCase(Locale.ROOT))) {
            reading.refuse(
                    use,
                    "takes all, any or only before the chunks, not "
                            + Quoting.quote(use.words().get(0)));
        }
        String chunks = use.words().get(1).toUpperCase(Locale.ROOT);
        if (!chunks.equals("ALL") && !chunks.equals("NONE")) {
            for (String chunk : chunks.split(",", -1)) {
                check(reading, use, chunk);
            }
        }
    }

    private static void check(Reading reading, OptionUse use, String chunk) {
        int colon = chunk.indexOf(':');
        String name = colon < 0 ? chunk : chunk.substring(0, colon);
        String flags = colon < 0 ? "" : chunk.substring(colon + 1);
        if (!name.isEmpty() && !NAMES.contains(name)) {
            reading.refuse(use, "knows no chunk " + Quoting.quote(name) + Quoting.hint(name, NAMES));
        } else if (!flags.chars().allMatch(c -> flags(name).indexOf(c) >= 0)) {
            reading.refuse(use, "knows the flags \"" + flags(name) + "\" of " + name + ", not " + Quoting.quote(flags));
        }
    }

    private static String flags(String name) {
        return switch (name) {
            case "DATA", "I_DATA" -> "IUBE";
            case "ABORT", "SHUTDOWN_COMPLETE" -> "T";
            default -> "";
        };
    }
}
