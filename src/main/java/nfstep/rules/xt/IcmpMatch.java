package nfstep.rules.xt;

import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m icmp}: compares type and code of an ICMP header.
 *
 * <p>Source: iptables-extensions(8), "icmp"; kernel {@code net/netfilter/xt_tcpudp.c}, {@code icmp_match}.
 */
public record IcmpMatch(boolean inverted, IcmpType type) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "icmp",
                    "Compares type and code of an ICMP header.",
                    Options.of(OptionSpec.invertible("icmp-type", "TYPE[/CODE] or NAME"))
                            .needsOneOf("icmp-type"),
                    IcmpMatch::read)
            .only(IpFamily.IPV4)
            .impliedBy(Protocols.ICMP);

    private static final int HEADER = 8;

    private static Outcome<Match> read(Reading reading) {
        Layer4.require(reading, Protocols.ICMP);
        OptionUse use = reading.required("icmp-type");
        IcmpType type = IcmpType.read(reading, use);
        return reading.made(() -> new IcmpMatch(use.inverted(), type));
    }

    @Override
    public String name() {
        return "icmp";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        int at = packet.headerLength();
        return packet.hasTransport(HEADER) && holds(packet.u8(at), packet.u8(at + 1));
    }

    private boolean holds(int headerType, int headerCode) {
        return (type.isAny(IpFamily.IPV4) || type.holds(headerType, headerCode)) != inverted;
    }

    /** A header that is cut short. */
    @Override
    public boolean hotDrop(MatchContext context) {
        return context.packet().fragmentOffset() == 0 && !context.packet().hasTransport(HEADER);
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        return new Evidence(
                toSyntax(), packet.hasTransport(HEADER) ? seen(packet) : Layer4.missing(packet, HEADER, "ICMP"));
    }

    private static String seen(Packet packet) {
        int at = packet.headerLength();
        String name = IcmpNames.name(IpFamily.IPV4, new IcmpType(packet.u8(at), 0, 255));
        return "type " + packet.u8(at) + (name.isEmpty() ? "" : " (" + name + ")") + ", code " + packet.u8(at + 1);
    }

    @Override
    public String options() {
        return Parts.option(inverted, "icmp-type", type.word(IpFamily.IPV4));
    }

    @Override
    public String listing(boolean numeric) {
        return "icmp" + type.listing(IpFamily.IPV4, inverted, numeric);
    }
}
