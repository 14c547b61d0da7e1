package nfstep.rules.xt;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.PacketType;
import nfstep.source.Outcome;

/**
 * {@code -m pkttype}: compares how the frame was addressed on the link.
 *
 * <p>Source: iptables-extensions(8), "pkttype"; kernel {@code net/netfilter/xt_pkttype.c}, {@code pkttype_mt}.
 */
public record PkttypeMatch(boolean inverted, PacketType type) implements Match {
    private record Word(String word, PacketType type) {}

    private static final List<Word> WORDS = List.of(
            new Word("unicast", PacketType.HOST),
            new Word("broadcast", PacketType.BROADCAST),
            new Word("multicast", PacketType.MULTICAST),
            new Word("otherhost", PacketType.OTHERHOST),
            new Word("bcast", PacketType.BROADCAST),
            new Word("mcast", PacketType.MULTICAST),
            new Word("host", PacketType.HOST));

    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "pkttype",
            "Compares how the frame was addressed on the link.",
            Options.of(OptionSpec.invertible("pkt-type", "unicast, broadcast, multicast or otherhost"))
                    .needsOneOf("pkt-type"),
            PkttypeMatch::read);

    private static Outcome<Match> read(Reading reading) {
        OptionUse use = reading.required("pkt-type");
        Optional<PacketType> type = WORDS.stream()
                .filter(w -> w.word().equalsIgnoreCase(use.word()))
                .map(Word::type)
                .findFirst();
        if (type.isEmpty()) {
            List<String> words = WORDS.stream().map(Word::word).toList();
            reading.refuse(
                    use,
                    "takes unicast, broadcast, multicast or otherhost, not " + Quoting.quote(use.word())
                            + Quoting.hint(use.word().toLowerCase(Locale.ROOT), words));
        }
        return reading.made(() -> new PkttypeMatch(use.inverted(), type.orElseThrow()));
    }

    @Override
    public String name() {
        return "pkttype";
    }

    @Override
    public boolean matches(MatchContext context) {
        return (type(context) == type) != inverted;
    }

    /** A packet that this host sent to itself is what its destination says. */
    private static PacketType type(MatchContext context) {
        PacketType type = context.skb().type();
        if (type != PacketType.LOOPBACK) {
            return type;
        }
        return context.packet().destination().isMulticast() ? PacketType.MULTICAST : PacketType.BROADCAST;
    }

    private static String word(PacketType type) {
        return WORDS.stream()
                .filter(w -> w.type() == type)
                .map(Word::word)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), "packet type " + word(type(context)));
    }

    @Override
    public String options() {
        return Parts.option(inverted, "pkt-type", word(type));
    }

    @Override
    public String listing(boolean numeric) {
        return "PKTTYPE " + (inverted ? "!" : "") + "= " + word(type);
    }
}
