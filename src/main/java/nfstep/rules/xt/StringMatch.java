package nfstep.rules.xt;

import java.util.Locale;
import nfstep.packet.Bytes;
import nfstep.packet.Packet;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m string}: looks for bytes in the packet, its headers included: offset 0 is the IP header. Both algorithms find
 * the same.
 *
 * <p>Source: iptables-extensions(8), "string"; kernel {@code net/netfilter/xt_string.c}, {@code string_mt}, and {@code
 * net/core/skbuff.c}, {@code skb_find_text}.
 *
 * @param ignoresCase letters of ISO 8859-1 are alike in both cases
 */
public record StringMatch(boolean inverted, Bytes bytes, Algorithm algorithm, Window window, boolean ignoresCase)
        implements Match {
    /** How the kernel looks for the bytes: Knuth, Morris, Pratt or Boyer, Moore. */
    enum Algorithm {
        KMP,
        BM;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where the bytes begin at the earliest and end at the latest, as offsets from the IP header. */
    record Window(int from, int to) {}

    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "string",
            "Looks for bytes in the packet.",
            Options.of(
                            OptionSpec.of("from", "OFFSET  where to begin, 0 is the IP header"),
                            OptionSpec.of("to", "OFFSET  where the bytes must have ended"),
                            OptionSpec.of("algo", "bm or kmp"),
                            OptionSpec.invertible("string", "TEXT"),
                            OptionSpec.invertible("hex-string", "TEXT with |0d 0a| in hexadecimal"),
                            OptionSpec.flag("icase", "upper and lower case are alike"))
                    .needsOneOf("algo")
                    .needsOneOf("string", "hex-string")
                    .excluding("string", "hex-string"),
            StringMatch::read);

    private static final int MOST = 0xffff;

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.has("string") ? reading.required("string") : reading.required("hex-string");
        Bytes bytes = SearchedText.read(reading, use);
        int from = reading.value("from", 0, it -> (int) reading.number(it, 0, MOST));
        int to = reading.value("to", MOST, it -> (int) reading.number(it, 0, MOST));
        if (from > to) {
            reading.refuse(
                    "--from is " + from + " and behind --to, which is " + to + ": the kernel does not take that");
        }
        Algorithm algorithm = algorithm(reading, reading.required("algo"));
        boolean ignoresCase = reading.has("icase");
        return reading.made(() -> new StringMatch(use.inverted(), bytes, algorithm, new Window(from, to), ignoresCase));
    }

    private static Algorithm algorithm(Reading reading, OptionUse use) {
        for (Algorithm it : Algorithm.values()) {
            if (it.word().equals(use.word())) {
                return it;
            }
        }
        reading.refuse(use, "takes bm or kmp, not " + Quoting.quote(use.word()));
        return Algorithm.BM;
    }

    @Override
    public String name() {
        return "string";
    }

    @Override
    public boolean matches(MatchContext context) {
        int found = find(context.packet());
        return (found >= 0 && found + bytes.length() <= window.to()) != inverted;
    }

    /** Where the bytes are first, from the window's beginning on; -1 if they are not. */
    private int find(Packet packet) {
        int last = packet.length() - bytes.length();
        for (int at = window.from(); at <= last; at++) {
            if (isAt(packet, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isAt(Packet packet, int at) {
        for (int i = 0; i < bytes.length(); i++) {
            int seen = packet.u8(at + i);
            int wanted = bytes.at(i);
            if (seen != wanted && !(ignoresCase && upper(seen) == upper(wanted))) {
                return false;
            }
        }
        return true;
    }

    /** {@code lib/ctype.c}: {@code toupper}. */
    private static int upper(int c) {
        boolean lower = (c >= 'a' && c <= 'z') || (c >= 0xdf && c != 0xf7);
        return lower ? c - 0x20 : c;
    }

    @Override
    public Evidence explain(MatchContext context) {
        int found = find(context.packet());
        return new Evidence(
                toSyntax(),
                found < 0
                        ? "not in the packet of " + context.packet().length() + " bytes"
                        : "at " + found + " to " + (found + bytes.length()));
    }

    @Override
    public String options() {
        String option = SearchedText.isPrintedInHex(bytes) ? "hex-string" : "string";
        return Parts.join(
                Parts.option(inverted, option, SearchedText.text(bytes)),
                "--algo " + algorithm.word(),
                window.from() == 0 ? "" : "--from " + window.from(),
                window.to() == MOST ? "" : "--to " + window.to(),
                ignoresCase ? "--icase" : "");
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                "STRING match " + (inverted ? "!" : ""),
                SearchedText.text(bytes),
                "ALGO name " + algorithm.word(),
                window.from() == 0 ? "" : "FROM " + window.from(),
                window.to() == MOST ? "" : "TO " + window.to(),
                ignoresCase ? "ICASE" : "");
    }
}
