package nfstep.parse.packet;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.packet.TcpBuilder;
import nfstep.packet.TcpFlags;
import nfstep.packet.TcpOptions;
import nfstep.parse.Word;
import nfstep.parse.packet.TcpdumpPacket.Ends;
import nfstep.source.Code;

/** Builds upper layers between two ends; data that tcpdump does not show is zero. */
record TcpdumpProtocol(Reading reading, Word place, Ends ends) {
    private static final Pattern TCP = Pattern.compile("Flags \\[([^\\]]*)]"
            + "(?:, cksum 0x[0-9a-f]{4} \\([^)]*\\))?"
            + "(?:, seq (\\d{1,10})(?::(\\d{1,10}))?)?"
            + "(?:, ack (\\d{1,10}))?"
            + "(?:, win (\\d{1,5}))?"
            + "(?:, urg (\\d{1,5}))?"
            + "(?:, options \\[([^\\]]*)])?"
            + ", length (\\d{1,5})(?:[:\\s].*)?");
    private static final int MOST = 0xffff;

    /** A segment from a text that begins with its flags. */
    Packet tcp(TcpdumpHeader header, String text) {
        Matcher parts = TCP.matcher(text);
        if (!parts.matches()) {
            reading.problem(Code.SYNTAX, place, "not how tcpdump prints a TCP segment");
            return zeros(header, Protocols.TCP, 0);
        }
        Optional<TcpFlags> flags = TcpFlags.parse(parts.group(1));
        Optional<TcpOptions> options = TcpOptions.parse(group(parts, 7));
        if (flags.isEmpty() || options.isEmpty()) {
            String what = flags.isEmpty() ? "flags: " + parts.group(1) : "options: " + parts.group(7);
            reading.problem(Code.BAD_VALUE, place, "no TCP " + what);
            return zeros(header, Protocols.TCP, 0);
        }
        numbersOpen(flags.get(), parts);
        TcpBuilder segment = Packets.tcp(
                        ends.source().address(), port(ends.source(), Protocols.TCP),
                        ends.destination().address(), port(ends.destination(), Protocols.TCP))
                .flags(flags.get())
                .seq(number(parts, 2, 0xffff_ffffL))
                .ack(number(parts, 4, 0xffff_ffffL))
                .window((int) number(parts, 5, MOST))
                .urgent((int) number(parts, 6, MOST))
                .options(options.get())
                .payload(new byte[data(parts)]);
        byte[] bytes = segment.build().transportBytes().toArray();
        return header.on(ends.raw(Protocols.TCP)).payload(bytes).build();
    }

    private int data(Matcher parts) {
        int length = (int) number(parts, 8, MOST - 100);
        if (length > 0) {
            reading.assume(length + " bytes of data are zero");
        }
        return length;
    }

    private void numbersOpen(TcpFlags flags, Matcher parts) {
        if (parts.group(2) == null) {
            reading.assume("the sequence number is 0: tcpdump does not print that of an empty segment");
        }
        if (!flags.has(TcpFlags.SYN)) {
            reading.assume("sequence and acknowledgement number as printed: without -S tcpdump counts from the SYN");
        }
    }

    /** A datagram of UDP or, if the header says so, of UDP-Lite, whose data has a length. */
    Packet udp(TcpdumpHeader header, int length) {
        int protocol = header.protocol() == Protocols.UDPLITE ? Protocols.UDPLITE : Protocols.UDP;
        if (length > 0) {
            reading.assume(length + " bytes of data are zero");
        }
        if (8 + length > MOST) {
            reading.problem(Code.BAD_VALUE, place, "more data than a datagram can have: " + length);
            return zeros(header, protocol, 0);
        }
        boolean fragment = header.isSaid() && header.length() < 8 + length;
        byte[] bytes = ports(protocol, 8 + length).put16(4, 8L + length).bytes();
        byte[] here = fragment ? Arrays.copyOf(bytes, Math.max(8, header.length())) : bytes;
        return header.on(ends.raw(protocol)).payload(here).build();
    }

    /** An upper layer of which only protocol, length and perhaps the ports are known. */
    Packet zeros(TcpdumpHeader header, int protocol, int length) {
        if (reading.failed()) {
            return ends.raw(0).build();
        }
        reading.assume(length + " bytes behind the IP header are zero" + (hasPorts() ? " but for the ports" : ""));
        if (length < 0 || length > MOST - 100 || protocol < 0) {
            reading.problem(Code.BAD_VALUE, place, "no length or protocol of a packet");
            return ends.raw(0).build();
        }
        byte[] bytes = hasPorts() && length >= 4 ? ports(protocol, length).bytes() : new byte[length];
        return header.on(ends.raw(protocol)).payload(bytes).build();
    }

    private boolean hasPorts() {
        return ends.source().port().isPresent();
    }

    private Octets ports(int protocol, int length) {
        return new Octets(length).put16(0, port(ends.source(), protocol)).put16(2, port(ends.destination(), protocol));
    }

    private int port(TcpdumpEnd end, int protocol) {
        return end.port(reading, Protocols.name(protocol));
    }

    private long number(Matcher parts, int group, long most) {
        long value = parts.group(group) == null ? 0 : Long.parseLong(parts.group(group));
        if (value > most) {
            reading.problem(Code.BAD_VALUE, place, "no number from 0 to " + most + ": " + value);
            return 0;
        }
        return value;
    }

    private static String group(Matcher parts, int group) {
        return Optional.ofNullable(parts.group(group)).orElse("");
    }
}
