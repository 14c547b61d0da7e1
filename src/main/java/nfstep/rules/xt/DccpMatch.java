package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m dccp}: looks at ports, type and options of a DCCP header.
 *
 * <p>Source: iptables-extensions(8), "dccp"; kernel {@code net/netfilter/xt_dccp.c}, {@code dccp_mt}.
 *
 * @param source the wanted source ports, null where they are not asked for
 * @param destination the same for the destination
 * @param types the wanted types, null where they are not asked for
 * @param option the number of the wanted option, null where none is asked for
 */
public record DccpMatch(
        @Nullable Ports source,
        @Nullable Ports destination,
        @Nullable DccpTypes types,
        @Nullable NumberRange option) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "dccp",
                    "Looks at ports, type and options of a DCCP header.",
                    Options.of(
                                    OptionSpec.invertible("sport", "PORT[:PORT]  source ports"),
                                    OptionSpec.invertible("source-port", "the same"),
                                    OptionSpec.invertible("dport", "PORT[:PORT]  destination ports"),
                                    OptionSpec.invertible("destination-port", "the same"),
                                    OptionSpec.invertible("dccp-types", "TYPE[,TYPE...]  such as REQUEST,RESET"),
                                    OptionSpec.invertible("dccp-option", "1 to 255  the number of an option"))
                            .same("sport", "source-port")
                            .same("dport", "destination-port"),
                    DccpMatch::read)
            .impliedBy(Protocols.DCCP);

    private static Outcome<Match> read(Reading reading) {
        Layer4.require(reading, Protocols.DCCP);
        Ports source = ports(reading, "sport");
        Ports destination = ports(reading, "dport");
        DccpTypes types = reading.use("dccp-types")
                .map(use -> DccpTypes.read(reading, use))
                .orElse(null);
        NumberRange option = reading.use("dccp-option")
                .map(use -> only(use.inverted(), reading.number(use, 1, 255)))
                .orElse(null);
        return reading.made(() -> new DccpMatch(source, destination, types, option));
    }

    private static NumberRange only(boolean inverted, long number) {
        return new NumberRange(inverted, number, number);
    }

    private static @Nullable Ports ports(Reading reading, String option) {
        return reading.use(option).map(use -> Ports.ofAnyProtocol(reading, use)).orElse(null);
    }

    @Override
    public String name() {
        return "dccp";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        return holdsButOption(packet)
                && (option == null
                        || new DccpHeader(packet).has((int) option.first()).orElse(false) != option.inverted());
    }

    private boolean holdsButOption(Packet packet) {
        int at = packet.headerLength();
        return packet.hasTransport(DccpHeader.LENGTH)
                && (source == null || source.holds(packet.u16(at)))
                && (destination == null || destination.holds(packet.u16(at + 2)))
                && (types == null || types.holds(new DccpHeader(packet).type()));
    }

    /** A header that is cut short, or options that are damaged where they are looked at; inverted, it matches too. */
    @Override
    public boolean hotDrop(MatchContext context) {
        Packet packet = context.packet();
        if (packet.fragmentOffset() != 0) {
            return false;
        }
        return !packet.hasTransport(DccpHeader.LENGTH)
                || (option != null && holdsButOption(packet) && new DccpHeader(packet).isDamaged());
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        return new Evidence(
                toSyntax(),
                packet.hasTransport(DccpHeader.LENGTH)
                        ? seen(packet)
                        : Layer4.missing(packet, DccpHeader.LENGTH, "DCCP"));
    }

    private String seen(Packet packet) {
        int at = packet.headerLength();
        DccpHeader header = new DccpHeader(packet);
        String options = "";
        if (option != null) {
            options = ", "
                    + header.has((int) option.first())
                            .map(has -> (has ? "with" : "without") + " option " + option.first())
                            .orElse("with damaged options");
        }
        return "ports " + packet.u16(at) + " > " + packet.u16(at + 2) + ", type " + DccpTypes.name(header.type())
                + options;
    }

    @Override
    public String options() {
        return Parts.join(
                source == null ? "" : Parts.option(source.inverted(), "sport", source.range()),
                destination == null ? "" : Parts.option(destination.inverted(), "dport", destination.range()),
                types == null ? "" : Parts.option(types.inverted(), "dccp-types", types.text()),
                option == null ? "" : Parts.option(option.inverted(), "dccp-option", option.text()));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                "dccp",
                source == null ? "" : source.listing("spt", "dccp", numeric),
                destination == null ? "" : destination.listing("dpt", "dccp", numeric),
                types == null ? "" : (types.inverted() ? "! " : "") + (numeric ? types.numbers() : types.text()),
                option == null ? "" : "option=" + (option.inverted() ? "!" : "") + option.text());
    }
}
