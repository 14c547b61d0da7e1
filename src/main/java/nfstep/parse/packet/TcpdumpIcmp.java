package nfstep.parse.packet;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads the ICMP messages of tcpdump: {@code print-icmp.c}, {@code print-icmp6.c}. */
record TcpdumpIcmp(Reading reading, WordCursor words, TcpdumpProtocol protocol) {
    private static final Pattern ECHO =
            Pattern.compile("ICMP6?,? echo (request|reply), id (\\d{1,5}), seq (\\d{1,5})(?:, length (\\d{1,5}))?.*");
    private static final Pattern ERROR = Pattern.compile("ICMP (.*?), length (\\d{1,5})(?: .*)?");
    private static final int HEADER = 8;

    /** How an error is printed; what the first group holds goes into the word behind the checksum. */
    private record Kind(Pattern text, int type, int code) {
        static Kind of(String text, int type, int code) {
            return new Kind(Pattern.compile(text), type, code);
        }
    }

    private static final List<Kind> KINDS = List.of(
            Kind.of("\\S+ (?:udp|tcp) port \\S+ unreachable", 3, 3),
            Kind.of("\\S+ protocol \\S+ unreachable", 3, 2),
            Kind.of("net \\S+ unreachable", 3, 0),
            Kind.of("host \\S+ unreachable", 3, 1),
            Kind.of("\\S+ unreachable - need to frag(?: \\(mtu (\\d{1,5})\\))?", 3, 4),
            Kind.of("\\S+ unreachable - source route failed", 3, 5),
            Kind.of("net \\S+ unreachable - unknown", 3, 6),
            Kind.of("host \\S+ unreachable - unknown", 3, 7),
            Kind.of("\\S+ unreachable - source host isolated", 3, 8),
            Kind.of("net \\S+ unreachable - admin prohibited", 3, 9),
            Kind.of("host \\S+ unreachable - admin prohibited", 3, 10),
            Kind.of("net \\S+ unreachable - tos prohibited", 3, 11),
            Kind.of("host \\S+ unreachable - tos prohibited", 3, 12),
            Kind.of("host \\S+ unreachable - admin prohibited filter", 3, 13),
            Kind.of("host \\S+ unreachable - host precedence violation", 3, 14),
            Kind.of("host \\S+ unreachable - precedence cutoff", 3, 15),
            Kind.of("source quench", 4, 0),
            Kind.of("redirect \\S+ to net (\\S+)", 5, 0),
            Kind.of("redirect \\S+ to host (\\S+)", 5, 1),
            Kind.of("redirect-tos \\S+ to net (\\S+)", 5, 2),
            Kind.of("redirect-tos \\S+ to host (\\S+)", 5, 3),
            Kind.of("time exceeded in-transit", 11, 0),
            Kind.of("ip reassembly time exceeded", 11, 1),
            Kind.of("parameter problem - octet (\\d{1,3})", 12, 0));

    /** The message that a text begins with. */
    Packet packet(TcpdumpHeader header, String text) {
        Matcher echo = ECHO.matcher(text);
        if (echo.matches()) {
            return echo(header, echo);
        }
        Matcher error = ERROR.matcher(text);
        for (Kind kind : error.matches() ? KINDS : List.<Kind>of()) {
            Matcher parts = kind.text().matcher(error.group(1));
            if (parts.matches()) {
                return error(header, new Report(kind, parts, Integer.parseInt(error.group(2))));
            }
        }
        reading.problem(Code.REFUSED, words.peek(), "of ICMP only echoes and the errors of IPv4 are read");
        return protocol.zeros(header, 0, 0);
    }

    private record Report(Kind kind, Matcher parts, int length) {}

    private Packet echo(TcpdumpHeader header, Matcher echo) {
        boolean ipv4 = family() == IpFamily.IPV4;
        boolean request = echo.group(1).equals("request");
        int said = echo.group(4) == null ? header.length() : Integer.parseInt(echo.group(4));
        int length = Math.max(HEADER, said);
        if (length > HEADER) {
            reading.assume(length - HEADER + " bytes of data are zero");
        }
        Octets message = new Octets(length)
                .put8(0, ipv4 ? (request ? 8 : 0) : request ? 128 : 129)
                .put16(4, number(echo.group(2)))
                .put16(6, number(echo.group(3)));
        return finished(header, message);
    }

    private Packet error(TcpdumpHeader header, Report error) {
        Octets message = new Octets(Math.max(HEADER, error.length()))
                .put8(0, error.kind().type())
                .put8(1, error.kind().code());
        rest(message, error);
        quotation().ifPresentOrElse(quoted -> message.put(HEADER, quoted.bytes()), () -> unquoted(error));
        return finished(header, message);
    }

    private void rest(Octets message, Report error) {
        String value = error.parts().groupCount() > 0 ? error.parts().group(1) : null;
        if (value == null) {
            return;
        }
        switch (error.kind().type()) {
            case 3 -> message.put16(6, number(value));
            case 5 -> message.put(4, gateway(value).bytes());
            default -> message.put8(4, Math.min(255, number(value)));
        }
    }

    private Ipv4Address gateway(String text) {
        Optional<Ipv4Address> address = Ipv4Address.parse(text);
        if (address.isEmpty()) {
            reading.problem(Code.BAD_VALUE, words.peek(), "no IPv4 address of a gateway: '" + text + "'");
        }
        return address.orElse(Ipv4Address.ANY);
    }

    /** With -v the quoted packet follows, with a header in brackets. */
    private Optional<Packet> quotation() {
        while (!words.atEnd() && !words.peek().text().startsWith("(tos")) {
            words.next();
        }
        return words.atEnd() ? Optional.empty() : Optional.of(new TcpdumpPacket(reading, words).packet(IpFamily.IPV4));
    }

    private void unquoted(Report error) {
        Word place = protocol.place();
        if (error.length() > HEADER) {
            reading.add(
                    reading.diagnostic(Code.REFUSED, place, "the line does not show the packet that the error quotes")
                            .hinting("tcpdump -v shows it"));
        }
    }

    private Packet finished(TcpdumpHeader header, Octets message) {
        int number = family() == IpFamily.IPV4 ? Protocols.ICMP : Protocols.ICMPV6;
        return header.on(protocol.ends().raw(number)).payload(message.bytes()).build();
    }

    private IpFamily family() {
        return protocol.ends().source().address().family();
    }

    private int number(String digits) {
        int value = Integer.parseInt(digits);
        if (value > 0xffff) {
            reading.problem(Code.BAD_VALUE, words.peek(), "no number from 0 to 65535: " + digits);
            return 0;
        }
        return value;
    }
}
