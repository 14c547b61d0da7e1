package nfstep.parse.packet;

import java.util.Arrays;
import java.util.Optional;
import nfstep.packet.Bytes;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.RawBuilder;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Builds the packet that the fields of a log line describe; what they leave open is zero. */
final class LogPacket {
    private static final int MOST = 0xffff;
    private static final int IPV6_HEADER = 40;

    private final Reading reading;
    private final LogFields fields;
    private final Word place;

    LogPacket(Reading reading, LogFields fields) {
        this.reading = reading;
        this.fields = fields;
        this.place = fields.network("SRC").or(fields::cutOff).orElse(Reading.START);
    }

    /** The packet; one of zeros after a problem. */
    Packet packet() {
        IpAddress source = required("SRC").map(reading::address).orElse(IpAddress.any(IpFamily.IPV4));
        IpAddress destination = required("DST").map(reading::address).orElse(source);
        Optional<Word> protocol = fields.transport("PROTO");
        if (protocol.isEmpty()) {
            reading.problem(Code.MISSING_VALUE, place, "the line does not name the protocol: no PROTO=");
        }
        if (source.family() != destination.family()) {
            reading.problem(Code.BAD_VALUE, place, "SRC and DST are of two IP versions");
        }
        if (reading.failed()) {
            return Packets.raw(source, source, 0).build();
        }
        int number = LogProtocol.number(reading, protocol.orElse(place));
        RawBuilder builder = Packets.raw(source, destination, number);
        return source.family() == IpFamily.IPV4 ? ipv4(builder, number) : ipv6(builder, number);
    }

    private Packet ipv4(RawBuilder builder, int protocol) {
        Bytes options = fields.ipOptions().map(it -> Bytes.ofHex(it.text())).orElse(Bytes.EMPTY);
        int header = 20 + options.length();
        int offset =
                fields.fragment().map(it -> (int) reading.number(it, 0x1fff)).orElse(0);
        int fragment = offset | bit("CE", 0x8000) | bit("DF", 0x4000) | bit("MF", 0x2000);
        RawBuilder filled = builder.ttl(number("TTL", 255))
                .tos(number("TOS", 255) | number("PREC", 255))
                .id(number("ID", MOST))
                .fragment(fragment)
                .ipOptions(options);
        return finished(filled, protocol, number("LEN", MOST) - header, offset > 0);
    }

    private Packet ipv6(RawBuilder builder, int protocol) {
        if (fields.fragment().isPresent()) {
            reading.problem(Code.REFUSED, place, "fragments of IPv6 are not read from log lines");
        }
        RawBuilder filled =
                builder.ttl(number("HOPLIMIT", 255)).tos(number("TC", 255)).flowLabel(number("FLOWLBL", 0xfffff));
        return finished(filled, protocol, number("LEN", MOST + IPV6_HEADER) - IPV6_HEADER, false);
    }

    private Packet finished(RawBuilder builder, int protocol, int length, boolean laterFragment) {
        if (length < 0) {
            reading.problem(Code.BAD_VALUE, fields.network("LEN").orElse(place), "shorter than the IP header");
            return builder.build();
        }
        boolean nothingShown =
                fields.transport("SPT").or(() -> fields.transport("TYPE")).isEmpty();
        if (laterFragment || (fields.cutOff().isPresent() && nothingShown)) {
            reading.assume(length + " bytes behind the IP header are zero");
            return builder.payload(new byte[length]).build();
        }
        byte[] transport = new LogProtocol(reading, fields, place).bytes(protocol, length);
        return builder.payload(Arrays.copyOf(transport, length)).build();
    }

    private int bit(String flag, int value) {
        return fields.has(flag) ? value : 0;
    }

    private int number(String key, int most) {
        return required(key).map(word -> (int) reading.number(word, most)).orElse(0);
    }

    private Optional<Word> required(String key) {
        Optional<Word> word = fields.network(key);
        if (word.isEmpty()) {
            reading.problem(Code.MISSING_VALUE, place, "the line has no " + key + "=");
        }
        return word;
    }
}
