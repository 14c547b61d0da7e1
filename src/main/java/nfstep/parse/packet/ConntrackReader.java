package nfstep.parse.packet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nfstep.conntrack.Tuple;
import nfstep.packet.IpAddress;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Nearest;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** Reads a line of {@code conntrack -L}, {@code conntrack -E} or /proc/net/nf_conntrack. */
public final class ConntrackReader {
    private static final Pattern SHAPE = Pattern.compile(
            "\\s*(?:\\[\\d+\\.\\d+]\\s*)?(?:\\[(?:NEW|UPDATE|DESTROY)]\\s*)?(?:ipv[46]\\s+\\d+\\s+)?[a-z0-9]+\\s+\\d+\\s.*src=.*",
            Pattern.DOTALL);
    private static final List<String> TUPLE =
            List.of("src", "dst", "sport", "dport", "type", "code", "id", "srckey", "dstkey", "packets", "bytes");
    private static final List<String> REST = List.of(
            "mark",
            "zone",
            "use",
            "id",
            "helper",
            "secctx",
            "secmark",
            "labels",
            "delta-time",
            "zone-orig",
            "zone-reply",
            "start",
            "stop",
            "timeout",
            "stream_timeout");
    private static final List<String> FLAGS = List.of("[UNREPLIED]", "[ASSURED]", "[OFFLOAD]", "[HW_OFFLOAD]");

    private final Reading reading;
    private final List<Map<String, Word>> tuples = new ArrayList<>();
    private final Map<String, Word> rest = new LinkedHashMap<>();
    private final List<String> flags = new ArrayList<>();
    private int protocol;
    private OptionalLong timeout = OptionalLong.empty();
    private String state = "";

    private ConntrackReader(Reading reading) {
        this.reading = reading;
    }

    /** The connection of a line. */
    public static Parsed<ListedConnection> read(SourceText text) {
        Reading reading = new Reading(text);
        if (!fits(text.text())) {
            reading.problem(Code.FORMAT, Reading.START, "no line of conntrack -L");
            return reading.failure();
        }
        ConntrackReader reader = new ConntrackReader(reading);
        reader.take(reading.words());
        return reader.result();
    }

    /** Whether a text looks like such a line. */
    static boolean fits(String text) {
        return SHAPE.matcher(text).matches();
    }

    private void take(List<Word> words) {
        int at = 0;
        while (words.get(at).text().startsWith("[")) {
            at++;
        }
        if (words.get(at).text().startsWith("ipv")) {
            at += 2;
        }
        protocol = (int) reading.number(words.get(at + 1), 255);
        at += 2;
        if (isNumber(words.get(at))) {
            timeout = OptionalLong.of(reading.number(words.get(at), 0xffff_ffffL));
            at++;
        }
        if (words.get(at).text().matches("[A-Z_0-9]+")) {
            state = words.get(at).text();
            at++;
        }
        words.subList(at, words.size()).forEach(this::one);
    }

    private static boolean isNumber(Word word) {
        return word.text().chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void one(Word word) {
        int equals = word.text().indexOf('=');
        if (FLAGS.contains(word.text())) {
            flags.add(word.text());
        } else if (equals < 0) {
            reading.problem(Code.SYNTAX, word, "no part of a line of conntrack: '" + word.text() + "'");
        } else {
            field(word, word.text().substring(0, equals), Reading.from(word, equals + 1));
        }
    }

    private void field(Word word, String key, Word value) {
        if (key.equals("src")) {
            tuples.add(new LinkedHashMap<>());
        }
        Map<String, Word> tuple = tuples.isEmpty() ? rest : tuples.get(tuples.size() - 1);
        if (!tuples.isEmpty() && TUPLE.contains(key) && tuple.putIfAbsent(key, value) == null) {
            return;
        }
        if (REST.contains(key) ? rest.put(key, value) != null : TUPLE.contains(key)) {
            reading.problem(Code.SYNTAX, word, "field '" + key + "' twice");
        } else if (!REST.contains(key)) {
            reading.add(reading.diagnostic(Code.UNKNOWN_NAME, word, "no field of a line of conntrack: '" + key + "'")
                    .suggesting(Nearest.among(
                            key, Stream.concat(REST.stream(), TUPLE.stream()).toList())));
        }
    }

    private Parsed<ListedConnection> result() {
        if (tuples.size() != 2) {
            reading.problem(Code.SYNTAX, Reading.START, "a connection has two tuples, this line has " + tuples.size());
            return reading.failure();
        }
        Tuple original = tuple(tuples.get(0));
        Tuple reply = tuple(tuples.get(1));
        int mark = (int) number(rest, "mark", 0xffff_ffffL);
        OptionalInt zone =
                rest.containsKey("zone") ? OptionalInt.of((int) number(rest, "zone", 0xffff)) : OptionalInt.empty();
        return reading.result(() -> new ListedConnection(
                timeout,
                state,
                original,
                reply,
                !flags.contains("[UNREPLIED]"),
                flags.contains("[ASSURED]"),
                mark,
                zone));
    }

    private Tuple tuple(Map<String, Word> fields) {
        IpAddress source = address(fields, "src");
        IpAddress destination = address(fields, "dst");
        if (source.family() != destination.family()) {
            reading.problem(
                    Code.BAD_VALUE, fields.getOrDefault("dst", Reading.START), "src and dst are of two IP versions");
            destination = source;
        }
        return switch (protocol) {
            case Protocols.ICMP, Protocols.ICMPV6 -> {
                int kind = (int) (number(fields, "type", 255) << 8 | number(fields, "code", 255));
                yield new Tuple(source, destination, protocol, key(fields, "id"), kind);
            }
            case Protocols.GRE ->
                new Tuple(source, destination, protocol, key(fields, "srckey"), key(fields, "dstkey"));
            default -> new Tuple(source, destination, protocol, key(fields, "sport"), key(fields, "dport"));
        };
    }

    private IpAddress address(Map<String, Word> fields, String name) {
        Word word = fields.get(name);
        if (word == null) {
            Word tuple = fields.getOrDefault("src", Reading.START);
            reading.problem(Code.MISSING_VALUE, tuple, "the tuple from here has no " + name + "=");
            return Ipv4Address.ANY;
        }
        return reading.address(word);
    }

    /** A port or what stands for one. */
    private int key(Map<String, Word> fields, String name) {
        if (!fields.containsKey(name) && hasKeys()) {
            Word tuple = fields.getOrDefault("src", Reading.START);
            reading.problem(Code.MISSING_VALUE, tuple, "the tuple from here has no " + name + "=");
        }
        return (int) number(fields, name, 0xffff);
    }

    private boolean hasKeys() {
        return Protocols.hasPorts(protocol)
                || protocol == Protocols.ICMP
                || protocol == Protocols.ICMPV6
                || protocol == Protocols.GRE;
    }

    private long number(Map<String, Word> fields, String name, long most) {
        Word word = fields.get(name);
        return word == null ? 0 : reading.number(word, most);
    }
}
