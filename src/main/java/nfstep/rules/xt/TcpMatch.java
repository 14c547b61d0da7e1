package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.packet.TcpFlags;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m tcp}: looks at ports, flags and options of a TCP header.
 *
 * <p>Source: iptables-extensions(8), "tcp"; kernel {@code net/netfilter/xt_tcpudp.c}, {@code tcp_mt}.
 */
public record TcpMatch(Ports source, Ports destination, TcpOptionTest option, TcpFlagTest flags) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "tcp",
                    "Looks at ports, flags and options of a TCP header.",
                    Options.of(
                                    OptionSpec.invertible("sport", "PORT[:PORT]  source ports"),
                                    OptionSpec.invertible("source-port", "the same"),
                                    OptionSpec.invertible("dport", "PORT[:PORT]  destination ports"),
                                    OptionSpec.invertible("destination-port", "the same"),
                                    new OptionSpec("tcp-flags", 2, true, "MASK WANTED  flags looked at, flags set"),
                                    new OptionSpec("syn", 0, true, "the packet opens a connection"),
                                    OptionSpec.invertible("tcp-option", "KIND  the header has that option"))
                            .same("sport", "source-port")
                            .same("dport", "destination-port")
                            .excluding("tcp-flags", "syn"),
                    TcpMatch::read)
            .impliedBy(Protocols.TCP);

    private static final int HEADER = 20;
    private static final TcpMatch ANY = new TcpMatch(Ports.ANY, Ports.ANY, TcpOptionTest.ANY, TcpFlagTest.ANY);

    private static Outcome<Match> read(Reading reading) {
        Layer4.require(reading, Protocols.TCP);
        Ports source = reading.value("sport", Ports.ANY, use -> Ports.of(reading, use, "tcp"));
        Ports destination = reading.value("dport", Ports.ANY, use -> Ports.of(reading, use, "tcp"));
        TcpFlagTest syn = reading.value("syn", TcpFlagTest.ANY, TcpFlagTest::syn);
        TcpFlagTest flags = reading.value("tcp-flags", syn, use -> TcpFlagTest.read(reading, use));
        TcpOptionTest option = reading.value("tcp-option", TcpOptionTest.ANY, use -> TcpOptionTest.read(reading, use));
        return reading.made(() -> new TcpMatch(source, destination, option, flags));
    }

    @Override
    public String name() {
        return "tcp";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        return packet.hasTransport(HEADER) && holdsBeforeOptions(packet) && option.holds(packet);
    }

    private boolean holdsBeforeOptions(Packet packet) {
        int at = packet.headerLength();
        return source.holds(packet.u16(at)) && destination.holds(packet.u16(at + 2)) && flags.holds(packet.u8(at + 13));
    }

    /** A header that is cut short, and a fragment that would overwrite the flags of one. */
    @Override
    public boolean hotDrop(MatchContext context) {
        Packet packet = context.packet();
        if (packet.fragmentOffset() != 0) {
            return packet.fragmentOffset() == 1;
        }
        return !packet.hasTransport(HEADER) || (holdsBeforeOptions(packet) && option.dropsAtOnce(packet));
    }

    @Override
    public boolean isExpression() {
        return option.equals(TcpOptionTest.ANY) && !equals(ANY);
    }

    @Override
    public boolean matchesAsExpression(MatchContext context) {
        Packet packet = context.packet();
        return Layer4.holds(packet, 0, source)
                && Layer4.holds(packet, 2, destination)
                && (flags.equals(TcpFlagTest.ANY)
                        || (Layer4.follow(packet, 14) && flags.holds(packet.u8(packet.headerLength() + 13))));
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        return new Evidence(
                toSyntax(), packet.hasTransport(HEADER) ? seen(packet) : Layer4.missing(packet, HEADER, "TCP"));
    }

    private String seen(Packet packet) {
        int at = packet.headerLength();
        if (!source.holds(packet.u16(at))) {
            return "source port " + packet.u16(at);
        }
        if (!destination.holds(packet.u16(at + 2))) {
            return "destination port " + packet.u16(at + 2);
        }
        TcpFlags set = new TcpFlags(packet.u8(at + 13));
        if (!flags.holds(set.bits())) {
            return "flags " + set;
        }
        String ports = "ports " + packet.u16(at) + " > " + packet.u16(at + 2) + ", flags " + set;
        return option.option() == 0 ? ports : ports + ", options " + options(packet);
    }

    private static String options(Packet packet) {
        String text = packet.tcp().map(header -> header.options().toString()).orElse("that cannot be read");
        return text.isEmpty() ? "none" : text;
    }

    @Override
    public String options() {
        return Parts.join(source.option("sport"), destination.option("dport"), option.save(), flags.option());
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                "tcp",
                source.listing("spt", "tcp", numeric),
                destination.listing("dpt", "tcp", numeric),
                option.listing(),
                flags.listing(numeric));
    }
}
