package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nfstep.packet.Packet;

/**
 * The chunks that {@code --chunk-types} asks for: {@code libxt_sctp.c}, {@code parse_sctp_chunk}; kernel
 * {@code xt_sctp.c}, {@code match_packet}.
 *
 * @param every whether all types are meant; then there are no chunks
 */
record SctpChunks(boolean inverted, Which which, boolean every, List<SctpChunk> chunks) {
    /** How many of the chunks must be there. */
    enum Which {
        /** One of them at least. */
        ANY,
        /** Each of them. */
        ALL,
        /** No others. */
        ONLY;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int HEADER = 4;
    /** {@code XT_NUM_SCTP_FLAGS}. */
    private static final int MOST_WITH_FLAGS = 4;

    SctpChunks {
        chunks = List.copyOf(chunks);
    }

    /** Reads {@code all}, {@code any} or {@code only} and a list of chunks. */
    static SctpChunks read(Reading reading, OptionUse use) {
        String word = use.words().get(0);
        Optional<Which> which = List.of(Which.values()).stream()
                .filter(w -> w.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (which.isEmpty()) {
            reading.refuse(use, "takes all, any or only before the chunks, not " + Quoting.quote(word));
        }
        String list = use.words().get(1).toUpperCase(Locale.ROOT);
        boolean named = !list.equals("ALL") && !list.equals("NONE");
        List<SctpChunk> chunks = named ? list(reading, use) : List.of();
        return new SctpChunks(use.inverted(), which.orElse(Which.ANY), list.equals("ALL"), chunks);
    }

    private static List<SctpChunk> list(Reading reading, OptionUse use) {
        Map<Integer, SctpChunk> chunks = new TreeMap<>();
        for (String word : use.words().get(1).split(",", -1)) {
            if (!word.isEmpty()) {
                SctpChunk chunk = SctpChunk.read(reading, use, word);
                chunks.merge(chunk.type(), chunk, SctpChunk::with);
            }
        }
        if (chunks.values().stream().filter(SctpChunk::hasFlags).count() > MOST_WITH_FLAGS) {
            reading.refuse(use, "takes flags of at most " + MOST_WITH_FLAGS + " chunks");
        }
        return new ArrayList<>(chunks.values());
    }

    /** Whether the packet has such chunks behind its SCTP header, as if not inverted; nothing where a chunk is damaged. */
    Optional<Boolean> hold(Packet packet, int header) {
        TreeSet<Integer> missing = new TreeSet<>();
        chunks.forEach(chunk -> missing.add(chunk.type()));
        int at = packet.headerLength() + header;
        do {
            int length = at + HEADER > packet.length() ? 0 : packet.u16(at + 2);
            if (length == 0) {
                return Optional.empty();
            }
            boolean wanted = wants(packet.u8(at), packet.u8(at + 1));
            if (which == (wanted ? Which.ANY : Which.ONLY)) {
                return Optional.of(wanted);
            }
            if (wanted) {
                missing.remove(packet.u8(at));
            }
            at += (length + 3) & ~3;
        } while (at < packet.length());
        return Optional.of(which == Which.ONLY || (which == Which.ALL && !every && missing.isEmpty()));
    }

    private boolean wants(int type, int flags) {
        return every || chunks.stream().anyMatch(chunk -> chunk.type() == type && chunk.holds(flags));
    }

    /** The types of the chunks behind the SCTP header. */
    static String seen(Packet packet, int header) {
        StringJoiner types = new StringJoiner(" ", "chunks ", "");
        int at = packet.headerLength() + header;
        while (at < packet.length()) {
            int length = at + HEADER > packet.length() ? 0 : packet.u16(at + 2);
            if (length == 0) {
                return types.add("damaged").toString();
            }
            types.add(SctpChunk.name(packet.u8(at)));
            at += (length + 3) & ~3;
        }
        return types.toString();
    }

    /** As iptables prints them. */
    String text(boolean numeric) {
        String list = chunks.isEmpty()
                ? (every ? "ALL" : "NONE")
                : chunks.stream().map(chunk -> chunk.text(numeric)).collect(Collectors.joining(","));
        return which.word() + " " + list;
    }
}
