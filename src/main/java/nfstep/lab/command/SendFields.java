package nfstep.lab.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import nfstep.packet.Bytes;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.PacketBuilder;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.packet.TcpFlags;
import nfstep.parse.Word;
import nfstep.source.Code;
import nfstep.source.Nearest;

/** The words of {@code send}: protocol, two ends, and what differs from the usual. */
final class SendFields {
    private static final int ECHO_ID = 77;
    private static final long MOST_32 = 0xffff_ffffL;
    /** The fields that are not of the IP header. */
    private static final Set<String> UPPER = Set.of("seq", "ack", "win", "len", "type", "code");

    private static final Map<String, Numbers> FIELDS = new LinkedHashMap<>();

    static {
        field("seq", MOST_32);
        field("ack", MOST_32);
        field("win", 65535);
        field("ttl", 255);
        field("tos", 255);
        field("id", 65535);
        field("mark", MOST_32);
        field("len", 65000);
        field("type", 255);
        field("code", 255);
    }

    private final CommandLine line;
    private final Map<String, Long> values = new LinkedHashMap<>();
    private TcpFlags flags = new TcpFlags(TcpFlags.SYN);
    private final Map<String, Word> texts = new LinkedHashMap<>();
    private boolean dontFragment;
    private boolean wrongChecksum;

    SendFields(CommandLine line) {
        this.line = line;
    }

    private static void field(String name, long most) {
        FIELDS.put(name, new Numbers(name, 0, most));
    }

    /** An end of the packet's way. */
    private record End(Word word, IpAddress address, OptionalInt port) {}

    HandMade read() {
        int protocol = protocol(line.word(1, "the protocol"));
        End source = end(line.word(2, "the source"));
        End destination = end(line.word(3, "the destination"));
        if (source.address().family() != destination.address().family()) {
            throw line.problem(Code.BAD_VALUE, destination.word(), "addresses of two families");
        }
        fields();
        checkPorts(protocol, source);
        checkPorts(protocol, destination);
        SendShape shape = new SendShape(line, texts, wrongChecksum);
        Packet packet = shape.shaped(packet(protocol, source, destination));
        return new HandMade(packet, (int) value("mark", 0), shape.device(), shape.target());
    }

    private int protocol(Word word) {
        return Protocols.number(word.text())
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE,
                        word,
                        "no such protocol: " + word.text(),
                        "write tcp, udp, icmp, or the number of another one"));
    }

    /** {@code 10.0.0.1:80}, {@code [2001:db8::1]:80}, or an address alone. */
    private End end(Word word) {
        String text = word.text();
        boolean bracketed = text.startsWith("[") && text.contains("]");
        int close = bracketed ? text.indexOf(']') : -1;
        int colon = text.indexOf(':', Math.max(close, 0));
        boolean six = !bracketed && colon >= 0 && text.indexOf(':', colon + 1) >= 0;
        String address = bracketed ? text.substring(1, close) : six || colon < 0 ? text : text.substring(0, colon);
        IpAddress parsed = Values.destination(line, new Word(address, word.span()));
        if (six || colon < 0) {
            return new End(word, parsed, OptionalInt.empty());
        }
        int port = Numbers.PORT.read(line, new Word(text.substring(colon + 1), word.span()));
        return new End(word, parsed, OptionalInt.of(port));
    }

    private void checkPorts(int protocol, End end) {
        boolean ports = protocol == Protocols.TCP || protocol == Protocols.UDP;
        if (!ports && end.port().isPresent()) {
            throw line.problem(Code.BAD_VALUE, end.word(), Protocols.name(protocol) + " has no ports");
        }
    }

    private void fields() {
        int at = 4;
        while (at < line.words().size()) {
            at = field(line.words().get(at), at);
        }
    }

    private int field(Word word, int at) {
        switch (word.text()) {
            case "df" -> {
                dontFragment = true;
                return at + 1;
            }
            case "badsum" -> {
                wrongChecksum = true;
                return at + 1;
            }
            case "in", "to", "frag", "ipopt", "data", "hex" ->
                texts.put(word.text(), line.word(at + 1, "the value of " + word.text()));
            case "flags" -> flags = flags(line.word(at + 1, "the value of flags"));
            default -> {
                Numbers range = known(word);
                values.put(word.text(), range.readLong(line, line.word(at + 1, "the value of " + word.text())));
            }
        }
        return at + 2;
    }

    private Numbers known(Word word) {
        Numbers range = FIELDS.get(word.text());
        if (range == null) {
            List<String> names = new java.util.ArrayList<>(FIELDS.keySet());
            names.addAll(List.of("df", "badsum", "in", "to", "frag", "ipopt", "data", "hex", "flags"));
            String all = "write " + String.join(", ", names);
            String hint = Nearest.among(word.text(), names)
                    .map(n -> "did you mean '" + n + "'?")
                    .orElse(all);
            throw line.problem(Code.UNKNOWN_OPTION, word, "send has no field " + word.text(), hint);
        }
        return range;
    }

    private TcpFlags flags(Word word) {
        return TcpFlags.parse(word.text())
                .orElseThrow(() -> line.problem(
                        Code.BAD_VALUE, word, "not TCP flags: " + word.text(), "write letters such as S, SA, FA or R"));
    }

    private long value(String name, long otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    private Packet packet(int protocol, End from, End to) {
        Word hex = texts.get("hex");
        if (hex != null) {
            return raw(protocol, from, to, hex);
        }
        IpAddress source = from.address();
        IpAddress destination = to.address();
        int sport = from.port().orElse(0);
        int dport = to.port().orElse(0);
        byte[] payload = payload();
        if (protocol == Protocols.TCP) {
            return finish(Packets.tcp(source, sport, destination, dport)
                    .flags(flags)
                    .seq(value("seq", 1000))
                    .ack(value("ack", 0))
                    .window((int) value("win", 64240))
                    .payload(payload));
        }
        if (protocol == Protocols.UDP) {
            return finish(Packets.udp(source, sport, destination, dport).payload(payload));
        }
        if (protocol == source.family().icmp()) {
            int echo = source.family() == IpFamily.IPV4 ? 8 : 128;
            return finish(Packets.icmp(source, destination, (int) value("type", echo), (int) value("code", 0))
                    .query(ECHO_ID, 1)
                    .payload(payload));
        }
        return finish(Packets.raw(source, destination, protocol).payload(payload));
    }

    /** All that follows the IP header is given; its checksum, too. */
    private Packet raw(int protocol, End from, End to, Word hex) {
        byte[] upper = SendShape.upper(line, hex).toArray();
        boolean more = texts.containsKey("data") || values.keySet().stream().anyMatch(UPPER::contains);
        if (more || from.port().isPresent() || to.port().isPresent()) {
            throw line.problem(
                    Code.SYNTAX, hex, "hex is all that follows the IP header", "leave out ports and the like");
        }
        Packet packet =
                finish(Packets.raw(from.address(), to.address(), protocol).payload(upper));
        byte[] bytes = packet.bytes();
        System.arraycopy(upper, 0, bytes, packet.headerLength(), upper.length);
        return Packet.of(bytes);
    }

    private byte[] payload() {
        Word data = texts.get("data");
        if (data != null && values.containsKey("len")) {
            throw line.problem(Code.SYNTAX, data, "data has its own length", "leave out len");
        }
        if (data != null) {
            return SendData.read(line, data);
        }
        byte[] payload = new byte[(int) value("len", 0)];
        Arrays.fill(payload, (byte) 'x');
        return payload;
    }

    private <B extends PacketBuilder<B>> Packet finish(PacketBuilder<B> builder) {
        return builder.ttl((int) value("ttl", 64))
                .tos((int) value("tos", 0))
                .id((int) value("id", 1))
                .dontFragment(dontFragment)
                .ipOptions(texts.containsKey("ipopt") ? SendShape.options(line, texts.get("ipopt")) : Bytes.EMPTY)
                .build();
    }
}
