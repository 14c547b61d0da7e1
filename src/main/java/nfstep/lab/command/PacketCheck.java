package nfstep.lab.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import nfstep.event.PacketEvent;
import nfstep.packet.Protocols;
import nfstep.packet.TcpHeader;
import nfstep.parse.Word;
import nfstep.rules.Skb;
import nfstep.source.Code;
import nfstep.source.Nearest;

/** {@code expect packet DEV in|out FIELD VALUE ...}: a packet passed a device with these fields. */
final class PacketCheck {
    private static final Map<String, Function<Skb, String>> FIELDS = new LinkedHashMap<>();

    static {
        FIELDS.put("src", s -> s.packet().source().toString());
        FIELDS.put("dst", s -> s.packet().destination().toString());
        FIELDS.put("proto", s -> Protocols.name(s.packet().protocol()));
        FIELDS.put("sport", s -> Integer.toString(s.packet().sourcePort()));
        FIELDS.put("dport", s -> Integer.toString(s.packet().destinationPort()));
        FIELDS.put("flags", s -> s.packet().tcp().map(t -> t.flags().letters()).orElse("none"));
        FIELDS.put("seq", s -> number(s, TcpHeader::sequence));
        FIELDS.put("ack", s -> number(s, TcpHeader::acknowledgement));
        FIELDS.put("type", s -> s.packet().icmp().map(i -> "" + i.type()).orElse("none"));
        FIELDS.put("code", s -> s.packet().icmp().map(i -> "" + i.code()).orElse("none"));
        FIELDS.put("ttl", s -> Integer.toString(s.packet().ttl()));
        FIELDS.put("tos", s -> Integer.toString(s.packet().tos()));
        FIELDS.put("mark", s -> Integer.toUnsignedString(s.mark()));
        FIELDS.put("len", s -> Integer.toString(s.packet().length()));
    }

    private static String number(Skb skb, ToIntFunction<TcpHeader> field) {
        return skb.packet()
                .tcp()
                .map(tcp -> Integer.toUnsignedString(field.applyAsInt(tcp)))
                .orElse("none");
    }

    private record Wanted(String field, String value) {}

    private final CommandLine line;
    private final List<Wanted> wanted = new ArrayList<>();

    PacketCheck(CommandLine line) {
        this.line = line;
    }

    ExpectCommand.Check read() {
        String device = line.word(2, "the device").text();
        Word way = line.word(3, "in or out");
        if (!way.is("in") && !way.is("out")) {
            throw line.problem(Code.BAD_VALUE, way, "behind the device stands 'in' or 'out', not '" + way.text() + "'");
        }
        for (int i = 4; i < line.words().size(); i += 2) {
            field(
                    line.words().get(i),
                    line.word(i + 1, "the value of " + line.words().get(i).text()));
        }
        return session -> {
            List<Skb> seen = passed(session, way.is("in") ? Sighting.Way.IN : Sighting.Way.OUT, device);
            boolean holds = seen.stream().anyMatch(this::fits);
            return new Session.Verdict(holds, holds ? "" : seen(seen, device, way.text()));
        };
    }

    private void field(Word name, Word value) {
        if (!FIELDS.containsKey(name.text())) {
            List<String> names = List.copyOf(FIELDS.keySet());
            throw line.problem(
                    Code.UNKNOWN_NAME,
                    name,
                    "expect packet knows no field '" + name.text() + "'",
                    Nearest.among(name.text(), names)
                            .map(n -> "did you mean '" + n + "'?")
                            .orElse("write one of " + String.join(", ", names)));
        }
        wanted.add(new Wanted(name.text(), canonical(name, value)));
    }

    /** The value as packets show it. */
    private String canonical(Word name, Word value) {
        return switch (name.text()) {
            case "src", "dst" -> Values.address(line, value).toString();
            case "flags" ->
                nfstep.packet.TcpFlags.parse(value.text())
                        .orElseThrow(() -> line.problem(Code.BAD_VALUE, value, "not TCP flags: " + value.text()))
                        .letters();
            case "proto" ->
                Protocols.name(Protocols.number(value.text())
                        .orElseThrow(() -> line.problem(Code.BAD_VALUE, value, "no such protocol: " + value.text())));
            default -> Long.toString(new Numbers(name.text(), 0, 0xffff_ffffL).readLong(line, value));
        };
    }

    private boolean fits(Skb skb) {
        return wanted.stream().allMatch(w -> seen(w.field(), skb).equals(w.value()));
    }

    private static String seen(String field, Skb skb) {
        Function<Skb, String> reader = FIELDS.get(field);
        if (reader == null) {
            throw new IllegalArgumentException("no such field: " + field);
        }
        return reader.apply(skb);
    }

    private List<Skb> passed(Session session, Sighting.Way way, String device) {
        return session.recent()
                .all(PacketEvent.class)
                .map(Sighting::of)
                .flatMap(Optional::stream)
                .filter(s -> s.at().namespace().equals(line.namespace())
                        && s.device().name().equals(device)
                        && s.way() == way)
                .map(Sighting::skb)
                .toList();
    }

    private static String seen(List<Skb> packets, String device, String way) {
        if (packets.isEmpty()) {
            return "no packet " + (way.equals("in") ? "came in by " : "left by ") + device;
        }
        return "seen: "
                + String.join(
                        "; ",
                        packets.stream()
                                .map(s -> s.packet().toString())
                                .distinct()
                                .toList());
    }
}
