package nfstep.parse.packet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.EthernetHeader;
import nfstep.packet.IpFamily;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/**
 * Reads what {@link LogLine} writes: a packet as LOG, TRACE and the log statement of nftables print it.
 *
 * <p>A time and a host before it, as syslog puts them there, are no part of the prefix.
 */
final class LogReader {
    private static final Pattern START = Pattern.compile("IN=\\S* OUT=");
    private static final Pattern SYSLOG = Pattern.compile("^(?:.* kernel: )?(?:\\[ *\\d+\\.\\d+\\] )?");
    private static final Pattern OCTETS = Pattern.compile("(?:[0-9a-f]{2}:){13}[0-9a-f]{2}");
    private static final int FRAME_TYPE_AT = 36;

    private final Reading reading;
    private final LogFields fields;
    private final String prefix;

    LogReader(Reading reading, LogFields fields, String prefix) {
        this.reading = reading;
        this.fields = fields;
        this.prefix = prefix;
    }

    /** Whether a text looks like a log line. */
    static boolean fits(String text) {
        return START.matcher(text).find();
    }

    static Parsed<ReadPacket> read(SourceText text) {
        Reading reading = new Reading(text);
        Matcher start = START.matcher(text.text());
        int at = start.find() ? start.start() : 0;
        String before = SYSLOG.matcher(text.text().substring(0, at)).replaceFirst("");
        LogFields fields = LogFields.read(reading, wordsFrom(reading, at), 0);
        return new LogReader(reading, fields, before).result();
    }

    /** The words that start at or behind an offset of the first line; the prefix may touch {@code IN=}. */
    private static List<Word> wordsFrom(Reading reading, int at) {
        return reading.words().stream()
                .filter(word -> word.span().line() > 1 || word.span().end() - 1 > at)
                .map(word -> word.span().line() == 1 && word.span().column() - 1 < at
                        ? Reading.from(word, at - word.span().column() + 1)
                        : word)
                .toList();
    }

    /** The packet that the fields describe, and where it was seen. */
    Parsed<ReadPacket> result() {
        if (reading.failed()) {
            return reading.failure();
        }
        Packet packet = new LogPacket(reading, fields).packet();
        Optional<Word> mark = fields.transport("MARK");
        int bits = mark.map(word -> (int) reading.number(word, 0xffff_ffffL)).orElse(0);
        Seen seen = new Seen(
                prefix, name("IN"), name("OUT"), name("PHYSIN"), name("PHYSOUT"), ethernet(packet.family()), bits);
        return reading.result(() -> new ReadPacket(packet, seen, reading.assumed()));
    }

    private String name(String key) {
        return fields.network(key).map(Word::text).orElse("");
    }

    private Optional<EthernetHeader> ethernet(IpFamily family) {
        Optional<Word> source = fields.network("MACSRC");
        Optional<Word> destination = fields.network("MACDST");
        if (source.isPresent() && destination.isPresent()) {
            int type = fields.network("MACPROTO")
                    .map(word -> (int) reading.number(word, 16, 0xffff))
                    .orElse(family.etherType());
            return Optional.of(new EthernetHeader(mac(destination.get()), mac(source.get()), type));
        }
        return fields.network("MAC").filter(word -> !word.text().isEmpty()).flatMap(this::header);
    }

    private Optional<EthernetHeader> header(Word word) {
        if (!OCTETS.matcher(word.text()).matches()) {
            reading.assume("the link header " + word.text() + " is not that of Ethernet and is left out");
            return Optional.empty();
        }
        int type = Integer.parseInt(word.text().substring(FRAME_TYPE_AT).replace(":", ""), 16);
        return Optional.of(new EthernetHeader(mac(Reading.part(word, 0, 17)), mac(Reading.part(word, 18, 35)), type));
    }

    private MacAddress mac(Word word) {
        Optional<MacAddress> address = MacAddress.parse(word.text());
        if (address.isEmpty()) {
            reading.problem(Code.BAD_VALUE, word, "'" + word.text() + "' is no Ethernet address");
        }
        return address.orElse(MacAddress.ZERO);
    }
}
