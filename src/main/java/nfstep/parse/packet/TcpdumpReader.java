package nfstep.parse.packet;

import java.util.Optional;
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
 * Reads a packet as tcpdump prints it, on one line or, with -v, on several.
 *
 * <p>Follows tcpdump 4.99: with -n or without (ports may be names, addresses not), -e, -v, -S, -# and any -t; captured
 * at a device or at {@code any}.
 */
final class TcpdumpReader {
    private static final Pattern SHAPE =
            Pattern.compile("(?:.*\\s)?(?:IP6?|ARP,|ethertype)\\s.*(?:>|who-has|is-at).*", Pattern.DOTALL);
    private static final Pattern TIME =
            Pattern.compile("\\d+|\\d{4}-\\d\\d-\\d\\d|\\d+\\.\\d{6,9}|\\d\\d:\\d\\d:\\d\\d\\.\\d{6,9}");
    private static final Pattern DIRECTION = Pattern.compile("In|Out|B|M|P");
    private static final Pattern MAC = Pattern.compile("(?:[0-9a-f]{2}:){5}[0-9a-f]{2},?");

    private final Reading reading;
    private final WordCursor words;
    private Seen seen = Seen.NOWHERE;
    private Optional<MacAddress> sender = Optional.empty();
    private Optional<MacAddress> receiver = Optional.empty();

    private TcpdumpReader(Reading reading) {
        this.reading = reading;
        this.words = new WordCursor(reading.words());
    }

    /** Whether a text looks like what tcpdump prints. */
    static boolean fits(String text) {
        return SHAPE.matcher(text).matches();
    }

    static Parsed<ReadPacket> read(SourceText text) {
        return new TcpdumpReader(new Reading(text)).result();
    }

    private Parsed<ReadPacket> result() {
        Optional<IpFamily> family = Optional.empty();
        while (family.isEmpty() && !reading.failed()) {
            family = preamble();
        }
        if (reading.failed() || family.isEmpty()) {
            return reading.failure();
        }
        Packet packet = new TcpdumpPacket(reading, words).packet(family.get());
        Seen where = framed(family.get());
        return reading.result(() -> new ReadPacket(packet, where, reading.assumed()));
    }

    /** One thing before the packet; the IP version when the packet begins behind it. */
    private Optional<IpFamily> preamble() {
        Word word = words.peek();
        if (word.is("IP") || word.is("IP6")) {
            words.next();
            return Optional.of(word.is("IP") ? IpFamily.IPV4 : IpFamily.IPV6);
        }
        if (word.is("ethertype")) {
            words.next();
            return ethertype();
        }
        skipped(word);
        return Optional.empty();
    }

    private void skipped(Word word) {
        if (words.nextMatches(TIME) || word.is(">")) {
            words.next();
        } else if (DIRECTION.matcher(words.second().text()).matches()) {
            words.next();
            seen = words.next().is("Out") ? seen.leaving(word.text()) : seen.arriving(word.text());
        } else if (word.is("ifindex")) {
            words.next();
            words.next();
        } else if (word.text().startsWith("(oui")) {
            words.group('(', ')');
        } else if (words.nextMatches(MAC) || word.is("Broadcast,")) {
            mac(words.next());
        } else {
            reading.problem(
                    word.is("ARP,") ? Code.REFUSED : Code.SYNTAX,
                    word,
                    word.is("ARP,") ? "ARP is no IP packet" : "no part of a line of tcpdump: '" + word.text() + "'");
        }
    }

    private void mac(Word word) {
        String text =
                word.text().endsWith(",") ? word.text().substring(0, word.text().length() - 1) : word.text();
        Optional<MacAddress> address =
                text.equals("Broadcast") ? Optional.of(MacAddress.BROADCAST) : MacAddress.parse(text);
        if (sender.isEmpty()) {
            sender = address;
        } else {
            receiver = address;
        }
    }

    /** {@code ethertype IPv4 (0x0800), length 74:}. */
    private Optional<IpFamily> ethertype() {
        Word type = words.next();
        words.group('(', ')');
        words.skip("length");
        words.next();
        if (type.is("IPv4") || type.is("IPv6")) {
            return Optional.of(type.is("IPv4") ? IpFamily.IPV4 : IpFamily.IPV6);
        }
        reading.problem(Code.REFUSED, type, "no IP packet in this frame: '" + type.text() + "'");
        return Optional.empty();
    }

    private Seen framed(IpFamily family) {
        return sender.isPresent() && receiver.isPresent()
                ? seen.framed(new EthernetHeader(receiver.get(), sender.get(), family.etherType()))
                : seen;
    }
}
