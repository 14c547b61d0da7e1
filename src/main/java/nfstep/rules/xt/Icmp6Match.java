package nfstep.rules.xt;

import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;

/**
 * {@code -m icmp6}: compares type and code of an ICMPv6 header.
 *
 * <p>Source: iptables-extensions(8), "icmp6"; kernel {@code net/netfilter/xt_tcpudp.c}, {@code icmp6_match}.
 */
public record Icmp6Match(boolean inverted, IcmpType type) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "icmp6",
                    "Compares type and code of an ICMPv6 header.",
                    Options.of(OptionSpec.invertible("icmpv6-type", "TYPE[/CODE] or NAME"))
                            .needsOneOf("icmpv6-type"),
                    Icmp6Match::read)
            .only(IpFamily.IPV6)
            .impliedBy(Protocols.ICMPV6);

    private static final int HEADER = 8;

    private static Outcome<Match> read(Reading reading) {
        Layer4.require(reading, Protocols.ICMPV6);
        OptionUse use = reading.required("icmpv6-type");
        IcmpType type = IcmpType.read(reading, use);
        return reading.made(() -> new Icmp6Match(use.inverted(), type));
    }

    @Override
    public String name() {
        return "icmp6";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        int at = packet.headerLength();
        return packet.hasTransport(HEADER) && holds(packet.u8(at), packet.u8(at + 1));
    }

    private boolean holds(int headerType, int headerCode) {
        return (type.isAny(IpFamily.IPV6) || type.holds(headerType, headerCode)) != inverted;
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
                toSyntax(), packet.hasTransport(HEADER) ? seen(packet) : Layer4.missing(packet, HEADER, "ICMPv6"));
    }

    private static String seen(Packet packet) {
        int at = packet.headerLength();
        String name = IcmpNames.name(IpFamily.IPV6, new IcmpType(packet.u8(at), 0, 255));
        return "type " + packet.u8(at) + (name.isEmpty() ? "" : " (" + name + ")") + ", code " + packet.u8(at + 1);
    }

    @Override
    public String options() {
        return Parts.option(inverted, "icmpv6-type", type.word(IpFamily.IPV6));
    }

    @Override
    public String listing(boolean numeric) {
        return "ipv6-icmp" + type.listing(IpFamily.IPV6, inverted, numeric);
    }
}
