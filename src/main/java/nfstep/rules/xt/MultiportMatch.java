package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.BaseMatch;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m multiport}: compares source or destination port with up to fifteen ports, of which a range takes two.
 *
 * <p>Source: iptables-extensions(8), "multiport"; kernel {@code net/netfilter/xt_multiport.c}, {@code multiport_mt}.
 *
 * @param protocol of the rule, for the names of services in a listing
 */
public record MultiportMatch(Side side, boolean inverted, List<Ports> ports, String protocol) implements Match {
    /** Which port is compared. */
    enum Side {
        SOURCE("sports"),
        DESTINATION("dports"),
        EITHER("ports");

        private final String word;

        Side(String word) {
            this.word = word;
        }
    }

    private static final String[] FORMS = {"sports", "dports", "ports"};

    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "multiport",
            "Compares ports with a list.",
            Options.of(
                            OptionSpec.invertible("sports", "PORT[:PORT][,...]  source ports"),
                            OptionSpec.invertible("source-ports", "the same"),
                            OptionSpec.invertible("dports", "PORT[:PORT][,...]  destination ports"),
                            OptionSpec.invertible("destination-ports", "the same"),
                            OptionSpec.invertible("ports", "PORT[:PORT][,...]  source or destination ports"))
                    .same("sports", "source-ports")
                    .same("dports", "destination-ports")
                    .needsOneOf(FORMS)
                    .excluding(FORMS),
            MultiportMatch::read);

    private static final int HEADER = 4;
    private static final int MOST = 15;

    public MultiportMatch {
        ports = List.copyOf(ports);
    }

    private static Outcome<Match> read(Reading reading) {
        BaseMatch.Negatable<Integer> asked = reading.setting().base().protocol();
        if (asked.inverted() || !Protocols.hasPorts(asked.value())) {
            reading.refuse("works for tcp, udp, udplite, sctp and dccp only: write -p with one of them before it");
        }
        OptionUse use = reading.setting().options().get(0);
        String protocol = Protocols.name(asked.value());
        List<Ports> ports = ports(reading, use, protocol);
        return reading.made(() -> new MultiportMatch(side(use), use.inverted(), ports, protocol));
    }

    private static Side side(OptionUse use) {
        return switch (use.option().charAt(0)) {
            case 's' -> Side.SOURCE;
            case 'd' -> Side.DESTINATION;
            default -> Side.EITHER;
        };
    }

    private static List<Ports> ports(Reading reading, OptionUse use, String protocol) {
        List<Ports> ports = new ArrayList<>();
        int used = 0;
        for (String word : use.word().split(",", -1)) {
            int colon = word.indexOf(':');
            int first = port(reading, use, colon < 0 ? word : word.substring(0, colon), protocol);
            int last = colon < 0 ? first : port(reading, use, word.substring(colon + 1), protocol);
            if (colon >= 0 && first >= last) {
                reading.refuse(use, "takes ranges that go up, not " + Quoting.quote(word));
            }
            ports.add(new Ports(false, Math.min(first, last), last));
            used += colon < 0 ? 1 : 2;
        }
        if (used > MOST) {
            reading.refuse(use, "takes 15 ports, where a range counts as two; these are " + used);
        }
        return ports;
    }

    private static int port(Reading reading, OptionUse use, String word, String protocol) {
        OptionalInt port = PortWord.of(word, protocol);
        if (port.isEmpty()) {
            reading.refuse(
                    use,
                    "takes ports from 0 to 65535 or names of services for " + protocol + ", not "
                            + Quoting.quote(word));
        }
        return port.orElse(0);
    }

    @Override
    public String name() {
        return "multiport";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        return packet.hasTransport(HEADER) && isListed(packet) != inverted;
    }

    private boolean isListed(Packet packet) {
        int from = packet.u16(packet.headerLength());
        int to = packet.u16(packet.headerLength() + 2);
        for (int i = 0; i < ports.size(); i++) {
            Ports some = ports.get(i);
            if ((side != Side.DESTINATION && some.holds(from)) || (side != Side.SOURCE && some.holds(to))) {
                return true;
            }
        }
        return false;
    }

    /** Ports that are cut off. */
    @Override
    public boolean hotDrop(MatchContext context) {
        return context.packet().fragmentOffset() == 0 && !context.packet().hasTransport(HEADER);
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        return new Evidence(
                toSyntax(), packet.hasTransport(HEADER) ? seen(packet) : Layer4.missing(packet, HEADER, protocol));
    }

    private String seen(Packet packet) {
        int from = packet.u16(packet.headerLength());
        int to = packet.u16(packet.headerLength() + 2);
        return switch (side) {
            case SOURCE -> "source port " + from;
            case DESTINATION -> "destination port " + to;
            case EITHER -> "ports " + from + " > " + to;
        };
    }

    @Override
    public String options() {
        return Parts.option(
                inverted, side.word, ports.stream().map(Ports::range).collect(Collectors.joining(",")));
    }

    @Override
    public String listing(boolean numeric) {
        String list = ports.stream()
                .map(some -> PortWord.print(some.first(), protocol, numeric)
                        + (some.first() == some.last() ? "" : ":" + PortWord.print(some.last(), protocol, numeric)))
                .collect(Collectors.joining(","));
        return "multiport " + side.word + " " + (inverted ? " !" : "") + list;
    }
}
