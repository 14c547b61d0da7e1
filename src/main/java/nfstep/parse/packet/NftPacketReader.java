package nfstep.parse.packet;

import java.util.List;
import java.util.Optional;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** Reads the packet of a line of {@code nft monitor trace}; what nft does not print is assumed. */
final class NftPacketReader {
    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");
    private static final int HEAD = 7;
    private static final int IPV6_HEADER = 40;

    private final Reading reading;
    private final LogFields fields;
    private final WordCursor words;
    private int tos;

    private NftPacketReader(Reading reading, List<Word> words) {
        this.reading = reading;
        this.fields = LogFields.read(reading, List.of(), 0);
        this.words = new WordCursor(words);
    }

    static Parsed<ReadPacket> read(SourceText text) {
        Reading reading = new Reading(text);
        List<Word> words = reading.words();
        Parsed<NftTraceLine> line = NftTraceLine.read(text);
        if (!line.ok()) {
            return Parsed.failed(line.diagnostics());
        }
        if (line.orElseThrow().kind() != NftTraceLine.Kind.PACKET) {
            reading.problem(
                    Code.MISSING_VALUE, words.get(HEAD - 1), "this line shows no packet; one with packet: does");
            return reading.failure();
        }
        return new NftPacketReader(reading, words.subList(HEAD, words.size())).packet();
    }

    private Parsed<ReadPacket> packet() {
        while (!words.atEnd()) {
            one(words.next());
        }
        reading.assume("DF, fragments and options are not in such a line: there are none");
        return new LogReader(reading, fields, "").result();
    }

    private void one(Word word) {
        switch (word.text()) {
            case "iif" -> fields.put("IN", unquoted(words.next()));
            case "oif" -> fields.put("OUT", unquoted(words.next()));
            case "ether" -> ether(words.next());
            case "meta" -> mark(words.next());
            case "ip", "ip6", "tcp", "udp", "icmp", "icmpv6" -> field(word, words.next());
            default -> other(word);
        }
    }

    /** Bytes that nft has no name for, such as {@code @th,64,96 0x...}, are assumed to be zero. */
    private void other(Word word) {
        if (word.text().startsWith("@")) {
            words.next();
        } else {
            reading.problem(Code.UNKNOWN_NAME, word, "no field of a packet that nft prints: '" + word.text() + "'");
        }
    }

    private static Word unquoted(Word word) {
        String text = word.text();
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? Reading.part(word, 1, text.length() - 1) : word;
    }

    private void ether(Word what) {
        Word value = words.next();
        if (what.is("saddr") || what.is("daddr")) {
            fields.put(what.is("saddr") ? "MACSRC" : "MACDST", value);
        }
    }

    private void mark(Word what) {
        if (what.is("mark")) {
            fields.putUpper("MARK", words.next());
        } else {
            words.next();
        }
    }

    private void field(Word header, Word what) {
        boolean comparison = words.skip("==");
        Word value = words.next();
        String name = header.text() + " " + what.text();
        Word number = new Word(NftNames.number(name, value.text()), value.span());
        if (!header.is("ip") && !header.is("ip6") && fields.transport("PROTO").isEmpty()) {
            fields.putUpper("PROTO", new Word(NftNames.protocol(upper(header)), header.span()));
        }
        switch (name) {
            case "ip saddr", "ip6 saddr" -> fields.put("SRC", value);
            case "ip daddr", "ip6 daddr" -> fields.put("DST", value);
            case "ip dscp", "ip6 dscp" -> tos((int) reading.number(number, 63) << 2, number, header);
            case "ip ecn", "ip6 ecn" -> tos((int) reading.number(number, 3), number, header);
            case "ip ttl" -> fields.put("TTL", number);
            case "ip6 hoplimit" -> fields.put("HOPLIMIT", number);
            case "ip id" -> fields.put("ID", number);
            case "ip length" -> fields.put("LEN", number);
            case "ip6 length" -> fields.put("LEN", whole(number));
            case "ip6 flowlabel" -> fields.put("FLOWLBL", number);
            case "ip protocol", "ip6 nexthdr" ->
                fields.putUpper("PROTO", new Word(NftNames.protocol(value.text()), value.span()));
            case "tcp flags" -> flags(number, comparison);
            default -> transport(what, number);
        }
    }

    private static String upper(Word header) {
        return header.is("icmpv6") ? "ipv6-icmp" : header.text();
    }

    private Word whole(Word length) {
        return new Word(Long.toString(reading.number(length, 0xffff) + IPV6_HEADER), length.span());
    }

    private void tos(int bits, Word place, Word header) {
        tos |= bits;
        Word value = new Word(Integer.toString(tos), place.span());
        if (header.is("ip6")) {
            fields.put("TC", value);
        } else {
            fields.put("TOS", value);
            fields.put("PREC", new Word("0", place.span()));
        }
    }

    private void flags(Word number, boolean comparison) {
        int bits = comparison ? (int) reading.number(number, 255) : 0;
        for (int i = 0; i < FLAGS.size(); i++) {
            if ((bits & 1 << i) != 0) {
                fields.flag(FLAGS.get(i));
            }
        }
    }

    private void transport(Word what, Word number) {
        Optional<String> key =
                switch (what.text()) {
                    case "sport" -> Optional.of("SPT");
                    case "dport" -> Optional.of("DPT");
                    case "window" -> Optional.of("WINDOW");
                    case "length" -> Optional.of("LEN");
                    case "type" -> Optional.of("TYPE");
                    case "code" -> Optional.of("CODE");
                    case "id" -> Optional.of("ID");
                    case "sequence" -> Optional.of("SEQ");
                    case "mtu" -> Optional.of("MTU");
                    default -> Optional.empty();
                };
        key.ifPresent(k -> fields.putUpper(k, number));
    }
}
