package nfstep.parse.packet;

import java.util.List;
import java.util.Optional;
import nfstep.packet.Bytes;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Nearest;

/** Builds the upper layer that the fields of a log line describe; its checksum is made right later. */
record LogProtocol(Reading reading, LogFields fields, Word place) {
    private static final int MOST = 0xffff;
    private static final long MOST_32 = 0xffff_ffffL;
    private static final int TCP_HEADER = 20;
    private static final int LONGEST_TCP = 15;
    private static final int HEADER = 8;
    private static final List<String> NAMES = List.of("TCP", "UDP", "UDPLITE", "ICMP", "ICMPv6", "AH", "ESP");
    private static final List<String> FLAGS = List.of("FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR");

    /** The number of a protocol as the kernel names it. */
    static int number(Reading reading, Word name) {
        return switch (name.text()) {
            case "TCP" -> Protocols.TCP;
            case "UDP" -> Protocols.UDP;
            case "UDPLITE" -> Protocols.UDPLITE;
            case "ICMP" -> Protocols.ICMP;
            case "ICMPv6" -> Protocols.ICMPV6;
            case "AH" -> Protocols.AH;
            case "ESP" -> Protocols.ESP;
            default -> unnamed(reading, name);
        };
    }

    private static int unnamed(Reading reading, Word name) {
        if (!name.text().isEmpty() && Character.isDigit(name.text().charAt(0))) {
            return (int) reading.number(name, 255);
        }
        reading.add(reading.diagnostic(Code.UNKNOWN_NAME, name, "no protocol of a log line: '" + name.text() + "'")
                .suggesting(Nearest.among(name.text(), NAMES)));
        return 0;
    }

    /** The bytes of the upper layer, at least its header. */
    byte[] bytes(int protocol, int length) {
        return switch (protocol) {
            case Protocols.TCP -> tcp(length);
            case Protocols.UDP, Protocols.UDPLITE -> udp(length);
            case Protocols.ICMP, Protocols.ICMPV6 -> icmp(length);
            case Protocols.AH -> put(buffer(length, 12), 4, "SPI");
            case Protocols.ESP -> put(buffer(length, HEADER), 0, "SPI");
            default -> unknown(length);
        };
    }

    private byte[] unknown(int length) {
        zeros(length);
        return new byte[length];
    }

    private byte[] tcp(int length) {
        Bytes options = fields.tcpOptions().map(it -> Bytes.ofHex(it.text())).orElse(Bytes.EMPTY);
        boolean optionsCutOff = fields.cutOff().isPresent();
        int header = TCP_HEADER + options.length();
        Octets tcp = buffer(length, header);
        ports(tcp);
        if (fields.transport("SEQ").isEmpty()) {
            reading.assume("sequence and acknowledgement number are 0 (LOG prints them with --log-tcp-sequence)");
        }
        tcp.put32(4, optional("SEQ", MOST_32));
        tcp.put32(8, optional("ACK", MOST_32));
        int reserved = (int) optional("RES", 0x38) >> 2 | (fields.has("AE") ? 1 : 0);
        tcp.put8(12, (optionsCutOff ? LONGEST_TCP : header / 4) << 4 | reserved);
        tcp.put8(13, flags());
        tcp.put16(14, required("WINDOW", MOST));
        tcp.put16(18, optional("URGP", MOST));
        tcp.put(TCP_HEADER, options.toArray());
        zeros(length - header);
        return tcp.bytes();
    }

    private int flags() {
        int bits = 0;
        for (int i = 0; i < FLAGS.size(); i++) {
            bits |= fields.has(FLAGS.get(i)) ? 1 << i : 0;
        }
        return bits;
    }

    private byte[] udp(int length) {
        Octets udp = buffer(length, HEADER);
        ports(udp);
        udp.put16(4, required("LEN", MOST));
        zeros(length - HEADER);
        return udp.bytes();
    }

    private byte[] icmp(int length) {
        Octets icmp = buffer(length, HEADER);
        icmp.put8(0, (int) required("TYPE", 255)).put8(1, (int) required("CODE", 255));
        icmp.put16(4, optional("ID", MOST));
        icmp.put16(6, optional("SEQ", MOST));
        rest(icmp);
        fields.quoted()
                .filter(inner ->
                        inner.cutOff().isEmpty() || inner.network("SRC").isPresent())
                .ifPresentOrElse(inner -> quote(icmp, inner), () -> zeros(length - HEADER));
        return icmp.bytes();
    }

    private void rest(Octets icmp) {
        if (fields.transport("MTU").isPresent()) {
            icmp.put32(4, optional("MTU", MOST_32));
        }
        fields.transport("GATEWAY").ifPresent(word -> icmp.put(4, gateway(word).bytes()));
        if (fields.transport("PARAMETER").isPresent()) {
            icmp.put8(4, (int) optional("PARAMETER", 255));
        }
        fields.transport("POINTER").ifPresent(word -> icmp.put32(4, reading.number(word, 16, MOST_32)));
    }

    private Ipv4Address gateway(Word word) {
        if (reading.address(word) instanceof Ipv4Address address) {
            return address;
        }
        reading.problem(Code.BAD_VALUE, word, "a gateway of ICMP is an IPv4 address");
        return Ipv4Address.ANY;
    }

    /** Puts as much of the quoted packet as the error has room for. */
    private void quote(Octets icmp, LogFields inner) {
        Packet quoted = new LogPacket(reading, inner).packet();
        icmp.put(HEADER, quoted.bytes());
    }

    private Octets buffer(int length, int header) {
        if (length < header) {
            Word total = fields.network("LEN").orElse(place);
            reading.problem(Code.BAD_VALUE, total, "too short for a header of " + header + " bytes");
        }
        return new Octets(Math.max(length, header));
    }

    private byte[] put(Octets bytes, int at, String key) {
        bytes.put32(at, required(key, MOST_32));
        zeros(bytes.length() - HEADER);
        return bytes.bytes();
    }

    private void ports(Octets bytes) {
        bytes.put16(0, required("SPT", MOST));
        bytes.put16(2, required("DPT", MOST));
    }

    private void zeros(int count) {
        if (count > 0) {
            reading.assume(count + " bytes of data are zero");
        }
    }

    private long optional(String key, long most) {
        return fields.transport(key).map(word -> reading.number(word, most)).orElse(0L);
    }

    private long required(String key, long most) {
        Optional<Word> word = fields.transport(key);
        if (word.isEmpty()) {
            reading.problem(
                    Code.MISSING_VALUE, fields.transport("PROTO").orElse(place), "the line has no " + key + "=");
        }
        return word.map(it -> reading.number(it, most)).orElse(0L);
    }
}
