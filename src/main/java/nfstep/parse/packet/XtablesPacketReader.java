package nfstep.parse.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nfstep.parse.Word;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/**
 * Reads the packet of a line {@code PACKET:} of {@code xtables-monitor --trace}. It names no protocol: ports with flags are
 * taken for TCP, ports without any for UDP; of what has no ports it tells too little.
 */
final class XtablesPacketReader {
    private static final Set<String> FLAGS = Set.of("SYN", "ACK", "FIN", "RST", "PSH", "URG");
    private static final Map<String, String> UPPER = Map.of("SPORT", "SPT", "DPORT", "DPT");
    private static final int HEAD = 3;

    private final Reading reading;
    private final LogFields fields;

    private XtablesPacketReader(Reading reading) {
        this.reading = reading;
        this.fields = LogFields.read(reading, List.of(), 0);
    }

    static boolean fits(String text) {
        return text.startsWith("PACKET: ");
    }

    static Parsed<ReadPacket> read(SourceText text) {
        Reading reading = new Reading(text);
        List<Word> words = reading.words();
        return new XtablesPacketReader(reading).packet(words.subList(Math.min(HEAD, words.size()), words.size()));
    }

    private Parsed<ReadPacket> packet(List<Word> words) {
        List<Word> left = new ArrayList<>();
        for (Word word : words) {
            int equals = word.text().indexOf('=');
            if (equals < 0) {
                left.add(word);
            } else {
                value(word.text().substring(0, equals), Reading.from(word, equals + 1));
            }
        }
        fields.transport("SPT").ifPresent(port -> protocol(port, left));
        return new LogReader(reading, fields.with(left), "").result();
    }

    private void value(String key, Word value) {
        if (UPPER.containsKey(key)) {
            fields.putUpper(UPPER.get(key), value);
        } else if (key.equals("MARK")) {
            fields.putUpper(key, value);
        } else if (key.startsWith("MAC") && !key.equals("MACPROTO")) {
            fields.put(key, new Word(padded(value.text()), value.span()));
        } else if (key.equals("TOS")) {
            fields.put(key, value);
            fields.put("PREC", new Word("0", value.span()));
        } else if (!key.equals("NFPROTO")) {
            fields.put(key, value);
        }
    }

    /** It prints no leading zeros. */
    private static String padded(String mac) {
        return Stream.of(mac.split(":", -1))
                .map(octet -> octet.length() == 1 ? "0" + octet : octet)
                .collect(Collectors.joining(":"));
    }

    private void protocol(Word port, List<Word> flags) {
        boolean tcp = flags.stream().anyMatch(word -> FLAGS.contains(word.text()));
        String length = fields.network("LEN").map(Word::text).orElse("0");
        fields.putUpper("PROTO", new Word(tcp ? "TCP" : "UDP", port.span()));
        if (tcp) {
            fields.putUpper("WINDOW", new Word("0", port.span()));
            reading.assume("the window is 0");
        } else {
            reading.assume("it is UDP: the line names no protocol and no flags of TCP");
            fields.putUpper("LEN", new Word(behind(length), port.span()));
        }
    }

    private static String behind(String length) {
        return length.matches("[0-9]{2,5}") ? Integer.toString(Math.max(8, Integer.parseInt(length) - 20)) : "8";
    }
}
