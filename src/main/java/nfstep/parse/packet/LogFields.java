package nfstep.parse.packet;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Nearest;

/** The fields of one packet of a log line: those before {@code PROTO=}, and those from there on. */
final class LogFields {
    private static final List<String> NETWORK = List.of(
            "IN",
            "OUT",
            "PHYSIN",
            "PHYSOUT",
            "MAC",
            "MACSRC",
            "MACDST",
            "MACPROTO",
            "SRC",
            "DST",
            "LEN",
            "TOS",
            "PREC",
            "TTL",
            "ID",
            "TC",
            "HOPLIMIT",
            "FLOWLBL");
    private static final List<String> TRANSPORT = List.of(
            "PROTO",
            "SPT",
            "DPT",
            "SEQ",
            "ACK",
            "WINDOW",
            "RES",
            "URGP",
            "LEN",
            "TYPE",
            "CODE",
            "ID",
            "PARAMETER",
            "GATEWAY",
            "MTU",
            "POINTER",
            "SPI",
            "UID",
            "GID",
            "MARK");
    private static final List<String> FLAGS =
            List.of("CE", "DF", "MF", "AE", "CWR", "ECE", "URG", "ACK", "PSH", "RST", "SYN", "FIN");

    private final Reading reading;
    private final Map<String, Word> network = new LinkedHashMap<>();
    private final Map<String, Word> transport = new LinkedHashMap<>();
    private final Set<String> flags = new LinkedHashSet<>();
    private Optional<Word> ipOptions = Optional.empty();
    private Optional<Word> tcpOptions = Optional.empty();
    private Optional<Word> cutOff = Optional.empty();
    private Optional<LogFields> quoted = Optional.empty();

    private LogFields(Reading reading) {
        this.reading = reading;
    }

    /** The fields of the words from an index on. */
    static LogFields read(Reading reading, List<Word> words, int from) {
        LogFields fields = new LogFields(reading);
        fields.take(words, from, false);
        return fields;
    }

    /** Sets a field of the IP header or what is before it, as another program than the kernel named it. */
    void put(String key, Word value) {
        network.put(key, value);
    }

    /** Sets a field of the upper layer. */
    void putUpper(String key, Word value) {
        transport.put(key, value);
    }

    /** Sets a flag. */
    void flag(String name) {
        flags.add(name);
    }

    /** These fields and what the words say beside them. */
    LogFields with(List<Word> words) {
        words.forEach(this::field);
        return this;
    }

    Optional<Word> network(String key) {
        return Optional.ofNullable(network.get(key));
    }

    Optional<Word> transport(String key) {
        return Optional.ofNullable(transport.get(key));
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The fragment offset of IPv4. */
    Optional<Word> fragment() {
        return network("FRAG");
    }

    /** The hexadecimal digits of the IPv4 options. */
    Optional<Word> ipOptions() {
        return ipOptions;
    }

    /** The hexadecimal digits of the TCP options. */
    Optional<Word> tcpOptions() {
        return tcpOptions;
    }

    /** Where the line says that the packet was too short to go on. */
    Optional<Word> cutOff() {
        return cutOff;
    }

    /** The packet that an ICMP error quotes. */
    Optional<LogFields> quoted() {
        return quoted;
    }

    /** Takes words up to the end, or to the bracket that closes a quotation; the index after them. */
    private int take(List<Word> words, int from, boolean nested) {
        int at = from;
        while (at < words.size()) {
            Word word = words.get(at);
            if (nested && word.is("]")) {
                return at + 1;
            }
            if (nested && word.is("TRUNCATED]")) {
                cutOff = Optional.of(word);
                return at + 1;
            }
            at = one(words, at);
        }
        return at;
    }

    private int one(List<Word> words, int at) {
        Word word = words.get(at);
        if (word.text().startsWith("[")) {
            return quotation(words, at);
        }
        if (word.is("OPT")) {
            return options(words, at + 1);
        }
        if (word.is("TRUNCATED")) {
            cutOff = Optional.of(word);
            return at + 1;
        }
        if (word.is("INCOMPLETE")) {
            return incomplete(words, at);
        }
        field(word);
        return at + 1;
    }

    /** {@code INCOMPLETE [3 bytes]}; without the bytes it belongs to a fragment of IPv6. */
    private int incomplete(List<Word> words, int at) {
        boolean counted = at + 2 < words.size() && words.get(at + 2).is("bytes]");
        if (counted) {
            cutOff = Optional.of(words.get(at));
        }
        return counted ? at + 3 : at + 1;
    }

    private int quotation(List<Word> words, int at) {
        LogFields inner = new LogFields(reading);
        quoted = Optional.of(inner);
        if (words.get(at).is("[TRUNCATED]")) {
            inner.cutOff = Optional.of(words.get(at));
            return at + 1;
        }
        inner.field(Reading.from(words.get(at), 1));
        return inner.take(words, at + 1, true);
    }

    private int options(List<Word> words, int at) {
        Word word = at < words.size() ? words.get(at) : words.get(at - 1);
        boolean hex = word.text().matches("\\(([0-9A-F]{8}){1,10}\\)");
        if (!hex && !word.is("(TRUNCATED)")) {
            reading.problem(Code.REFUSED, word, "these are not the bytes of IPv4 or TCP options");
            return words.size();
        }
        Word digits = Reading.part(word, 1, word.text().length() - 1);
        if (!hex) {
            cutOff = Optional.of(word);
        } else if (transport.isEmpty()) {
            ipOptions = Optional.of(digits);
        } else {
            tcpOptions = Optional.of(digits);
        }
        return at + 1;
    }

    private void field(Word word) {
        int equals = word.text().indexOf('=');
        if (equals < 0) {
            flag(word);
            return;
        }
        String key = word.text().substring(0, equals);
        boolean upper = !transport.isEmpty() || key.equals("PROTO");
        List<String> known = upper ? TRANSPORT : NETWORK;
        if (!known.contains(key)) {
            reading.add(reading.diagnostic(Code.UNKNOWN_NAME, word, "no field of a log line: '" + key + "'")
                    .suggesting(Nearest.among(key, known)));
        } else if ((upper ? transport : network).put(key, Reading.from(word, equals + 1)) != null) {
            reading.problem(Code.SYNTAX, word, "field '" + key + "' twice");
        }
    }

    private void flag(Word word) {
        if (word.text().startsWith("FRAG:") && transport.isEmpty()) {
            network.put("FRAG", Reading.from(word, 5));
        } else if (word.text().startsWith("ID:") && transport.isEmpty()) {
            network.put("FRAG-ID", Reading.from(word, 3));
        } else if (FLAGS.contains(word.text())) {
            flags.add(word.text());
        } else {
            reading.problem(Code.SYNTAX, word, "no part of a log line: '" + word.text() + "'");
        }
    }
}
