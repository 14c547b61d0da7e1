package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.rules.Evidence;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.source.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m iprange}: compares source and destination with ranges of addresses.
 *
 * <p>Source: iptables-extensions(8), "iprange"; kernel {@code net/netfilter/xt_iprange.c}, {@code iprange_mt4}.
 *
 * @param source the wanted sources, null where it may be any
 * @param destination the same for the destination
 */
public record IprangeMatch(
        @Nullable AddressSpan source, @Nullable AddressSpan destination) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "iprange",
            "Compares source and destination with ranges of addresses.",
            Options.of(
                            OptionSpec.invertible("src-range", "ADDRESS[-ADDRESS]  of the source"),
                            OptionSpec.invertible("dst-range", "ADDRESS[-ADDRESS]  of the destination"))
                    .needsOneOf("src-range", "dst-range"),
            IprangeMatch::read);

    private static Outcome<Match> read(Reading reading) {
        AddressSpan source = span(reading, "src-range");
        AddressSpan destination = span(reading, "dst-range");
        return reading.made(() -> new IprangeMatch(source, destination));
    }

    private static @Nullable AddressSpan span(Reading reading, String option) {
        return reading.use(option).map(use -> AddressSpan.read(reading, use)).orElse(null);
    }

    @Override
    public String name() {
        return "iprange";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        return (source == null || source.holds(packet.source()))
                && (destination == null || destination.holds(packet.destination()));
    }

    @Override
    public Evidence explain(MatchContext context) {
        return new Evidence(toSyntax(), seen(context.packet()));
    }

    private String seen(Packet packet) {
        if (source != null && (destination == null || !source.holds(packet.source()))) {
            return "source " + packet.source();
        }
        String to = "destination " + packet.destination();
        return source == null ? to : "source " + packet.source() + ", " + to;
    }

    @Override
    public String options() {
        return Parts.join(
                source == null ? "" : Parts.option(source.inverted(), "src-range", source.text()),
                destination == null ? "" : Parts.option(destination.inverted(), "dst-range", destination.text()));
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(listing("source IP range", source), listing("destination IP range", destination));
    }

    private static String listing(String what, @Nullable AddressSpan span) {
        return span == null ? "" : Parts.join(what, span.inverted() ? "!" : "", span.text());
    }
}
