package nfstep.rules.xt;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.rules.Target;
import nfstep.rules.TargetResult;
import nfstep.rules.Verdict;
import nfstep.source.Outcome;

/**
 * {@code -j TCPOPTSTRIP}: writes no-operations over TCP options; the walk goes on.
 *
 * <p>Source: iptables-extensions(8), "TCPOPTSTRIP"; kernel {@code net/netfilter/xt_TCPOPTSTRIP.c}, {@code
 * tcpoptstrip_mangle_packet}.
 *
 * @param kinds of options, 2 to 255, going up
 */
public record TcpoptstripTarget(List<Integer> kinds) implements Target {
    /** How the registry lists it. */
    static final Extension<Target> EXTENSION = Described.of(
            "TCPOPTSTRIP",
            "Writes no-operations over TCP options.",
            Options.of(OptionSpec.of("strip-options", "KIND[,KIND...]  numbers or mss, wscale, sack-permitted, ...")),
            TcpoptstripTarget::read);

    private static final int HEADER = 20;
    private static final int NO_OPERATION = 1;

    public TcpoptstripTarget {
        kinds = List.copyOf(kinds);
    }

    private static Outcome<Target> read(Reading reading) {
        Layer4.require(reading, Protocols.TCP);
        List<Integer> kinds = reading.value("strip-options", List.of(), use -> TcpOptionKinds.read(reading, use));
        return reading.made(() -> new TcpoptstripTarget(kinds));
    }

    @Override
    public String name() {
        return "TCPOPTSTRIP";
    }

    @Override
    public TargetResult apply(MatchContext context) {
        Packet packet = context.packet();
        if (packet.fragmentOffset() != 0) {
            return TargetResult.CONTINUE;
        }
        if (!packet.hasTransport(HEADER)
                || headerLength(packet) < HEADER
                || !packet.hasTransport(headerLength(packet))) {
            return TargetResult.end(Verdict.DROP);
        }
        Packet after = packet;
        for (int at : places(packet)) {
            after = blanked(after, at);
        }
        Effect pull = new Effect.Pull(headerLength(packet));
        return after.equals(packet) ? TargetResult.goOn(pull) : TargetResult.goOn(pull, new Effect.Rewrite(after));
    }

    private static int headerLength(Packet packet) {
        return (packet.u8(packet.headerLength() + 12) >> 4) * 4;
    }

    /** The offsets of all bytes of the options that go. */
    private List<Integer> places(Packet packet) {
        List<Integer> places = new ArrayList<>();
        int end = headerLength(packet);
        int length;
        for (int at = HEADER; at < end - 1; at += length) {
            length = TcpOptionWalk.length(packet, at);
            if (at + length > end) {
                break;
            }
            if (kinds.contains(packet.u8(packet.headerLength() + at))) {
                for (int i = 0; i < length; i++) {
                    places.add(at + i);
                }
            }
        }
        return places;
    }

    private static Packet blanked(Packet packet, int at) {
        int even = at & ~1;
        int word = packet.u16(packet.headerLength() + even);
        return packet.withTransportWord(
                even, at == even ? (word & 0xff) | NO_OPERATION << 8 : (word & 0xff00) | NO_OPERATION);
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Places.only(table, TableName.MANGLE);
    }

    @Override
    public String options() {
        return words("--strip-options ", String::valueOf);
    }

    @Override
    public String listing(boolean numeric) {
        return words("TCPOPTSTRIP options ", numeric ? String::valueOf : TcpOptionKinds::word);
    }

    private String words(String start, Function<Integer, String> word) {
        return kinds.isEmpty() ? "" : kinds.stream().map(word).collect(joining(",", start, ""));
    }
}
