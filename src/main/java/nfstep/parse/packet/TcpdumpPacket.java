package nfstep.parse.packet;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.packet.RawBuilder;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Builds the packet that tcpdump prints from its header in brackets on; an ICMP error brings the one it quotes. */
final class TcpdumpPacket {
    private static final Pattern CHECKED = Pattern.compile("^\\[(?:\\w+ sum ok|no cksum|bad \\w+ cksum [^\\]]*)] ");
    private static final Pattern NUMBERED = Pattern.compile("^ip-proto-(\\d{1,3})(?: (\\d{1,5}))?$");
    private static final Pattern LENGTH = Pattern.compile(", length (\\d{1,5})");
    private static final Pattern COUNTED = Pattern.compile("\\((\\d{1,5})\\)$");

    private final Reading reading;
    private final WordCursor words;

    TcpdumpPacket(Reading reading, WordCursor words) {
        this.reading = reading;
        this.words = words;
    }

    /** The packet; one of zeros after a problem. */
    Packet packet(IpFamily family) {
        TcpdumpHeader header = TcpdumpHeader.read(reading, words, family);
        TcpdumpEnd source = TcpdumpEnd.read(reading, words.next());
        if (reading.failed()) {
            return Packets.raw(source.address(), source.address(), 0).build();
        }
        Word arrow = words.next();
        Word last = words.next();
        if (!arrow.is(">") || !last.text().endsWith(":")) {
            reading.problem(Code.SYNTAX, arrow, "expected 'source > destination:'");
            return Packets.raw(source.address(), source.address(), 0).build();
        }
        TcpdumpEnd destination =
                TcpdumpEnd.read(reading, Reading.part(last, 0, last.text().length() - 1));
        boolean alike =
                source.address().family() == family && destination.address().family() == family;
        if (!alike && !reading.failed()) {
            reading.problem(Code.BAD_VALUE, last, "the addresses are not of the IP version the line names");
        }
        return reading.failed()
                ? Packets.raw(source.address(), source.address(), 0).build()
                : upper(new Ends(source, destination), header);
    }

    /** Both ends. */
    record Ends(TcpdumpEnd source, TcpdumpEnd destination) {
        RawBuilder raw(int protocol) {
            return Packets.raw(source.address(), destination.address(), protocol);
        }
    }

    private Packet upper(Ends ends, TcpdumpHeader header) {
        Word place = words.peek();
        String rest = CHECKED.matcher(words.rest()).replaceFirst("");
        TcpdumpProtocol protocol = new TcpdumpProtocol(reading, place, ends);
        if (header.isLaterFragment()) {
            return protocol.zeros(header, header.protocol(), header.length());
        }
        if (rest.startsWith("Flags [")) {
            return protocol.tcp(header, rest);
        }
        if (rest.startsWith("ICMP")) {
            return new TcpdumpIcmp(reading, words, protocol).packet(header, rest);
        }
        if (ends.source().port().isPresent()) {
            return datagram(protocol, header, rest);
        }
        return other(protocol, header, rest);
    }

    private Packet datagram(TcpdumpProtocol protocol, TcpdumpHeader header, String rest) {
        if (rest.startsWith("sctp ")) {
            reading.problem(Code.REFUSED, words.peek(), "SCTP is not read from lines of tcpdump");
        }
        if (header.protocol() == Protocols.TCP) {
            return protocol.zeros(header, Protocols.TCP, Math.max(header.length(), 8));
        }
        int said = said(rest).orElse(header.isSaid() ? header.length() - 8 : 0);
        return protocol.udp(header, Math.max(0, said));
    }

    private Packet other(TcpdumpProtocol protocol, TcpdumpHeader header, String rest) {
        Matcher numbered = NUMBERED.matcher(rest);
        boolean counted = numbered.matches() && numbered.group(2) != null;
        if (!header.isSaid() && !counted) {
            reading.add(reading.diagnostic(Code.REFUSED, words.peek(), "the line does not tell protocol and length")
                    .hinting("tcpdump -v prints them"));
        }
        int number = counted ? Integer.parseInt(numbered.group(1)) : header.protocol();
        int length = counted ? Integer.parseInt(numbered.group(2)) : header.length();
        return protocol.zeros(header, number, length);
    }

    /** The length of the data, behind the first word or, where another program's words follow, in brackets last. */
    private static Optional<Integer> said(String rest) {
        Matcher length = LENGTH.matcher(rest);
        Matcher counted = COUNTED.matcher(rest);
        if (length.find()) {
            return Optional.of(Integer.valueOf(length.group(1)));
        }
        return counted.find() ? Optional.of(Integer.valueOf(counted.group(1))) : Optional.empty();
    }
}
