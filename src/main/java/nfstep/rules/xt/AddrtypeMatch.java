package nfstep.rules.xt;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.rules.Device;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.TableName;
import nfstep.source.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * {@code -m addrtype}: compares what kind of address source and destination are to this host. For IPv4 only the local
 * table is asked, so that an address is LOCAL, BROADCAST, MULTICAST or else UNICAST.
 *
 * <p>Source: iptables-extensions(8), "addrtype"; kernel {@code net/netfilter/xt_addrtype.c}, {@code addrtype_mt_v1}.
 *
 * @param source the wanted types of the source, null where it may be any
 * @param destination the same for the destination
 */
public record AddrtypeMatch(
        @Nullable AddressTypes source, @Nullable AddressTypes destination, Limit limit) implements Match {
    /** The device that an address must sit on to be LOCAL. */
    enum Limit {
        NONE,
        IN,
        OUT
    }

    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
            "addrtype",
            "Compares what kind of address source and destination are to this host.",
            Options.of(
                            OptionSpec.invertible("src-type", "TYPE[,TYPE...]  LOCAL, BROADCAST, MULTICAST, UNICAST"),
                            OptionSpec.invertible("dst-type", "TYPE[,TYPE...]  the same for the destination"),
                            OptionSpec.flag("limit-iface-in", "LOCAL only on the device that the packet came in by"),
                            OptionSpec.flag("limit-iface-out", "LOCAL only on the device that the packet leaves by"))
                    .needsOneOf("src-type", "dst-type")
                    .excluding("limit-iface-in", "limit-iface-out"),
            AddrtypeMatch::read);

    private static Outcome<Match> read(Reading reading) {
        AddressTypes source = types(reading, "src-type");
        AddressTypes destination = types(reading, "dst-type");
        Limit limit =
                reading.has("limit-iface-in") ? Limit.IN : reading.has("limit-iface-out") ? Limit.OUT : Limit.NONE;
        return reading.made(() -> new AddrtypeMatch(source, destination, limit));
    }

    private static @Nullable AddressTypes types(Reading reading, String option) {
        AddressTypes types =
                reading.use(option).map(use -> AddressTypes.read(reading, use)).orElse(null);
        if (types != null && reading.family() == IpFamily.IPV6 && types.has(AddressTypes.IPV4_ONLY)) {
            reading.refuse("--" + option
                    + ": the kernel takes UNSPEC, UNICAST, LOCAL, ANYCAST, MULTICAST and UNREACHABLE"
                    + " for IPv6, not " + new AddressTypes(false, types.mask() & AddressTypes.IPV4_ONLY).words());
        }
        return types;
    }

    @Override
    public String name() {
        return "addrtype";
    }

    @Override
    public boolean matches(MatchContext context) {
        Packet packet = context.packet();
        return holds(source, packet, true, context) && holds(destination, packet, false, context);
    }

    private boolean holds(@Nullable AddressTypes types, Packet packet, boolean isSource, MatchContext context) {
        return types == null
                || AddressTypeLookup.holds(
                                types, isSource ? packet.source() : packet.destination(), context.host(), link(context))
                        != types.inverted();
    }

    private int link(MatchContext context) {
        Optional<Device> device =
                switch (limit) {
                    case NONE -> Optional.empty();
                    case IN -> context.where().in();
                    case OUT -> context.where().out();
                };
        return device.isPresent() ? device.get().index() : 0;
    }

    @Override
    public Evidence explain(MatchContext context) {
        Packet packet = context.packet();
        boolean sourceHolds = holds(source, packet, true, context);
        String first = source == null ? "" : "source " + seen(packet.source(), context);
        String second = destination == null ? "" : "destination " + seen(packet.destination(), context);
        String seen = !sourceHolds || second.isEmpty() ? first : first.isEmpty() ? second : first + ", " + second;
        return new Evidence(toSyntax(), seen);
    }

    private String seen(IpAddress address, MatchContext context) {
        return address + " is " + AddressTypeLookup.name(address, context.host(), link(context));
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return switch (limit) {
            case NONE -> Optional.empty();
            case IN ->
                Places.only(hook, Hook.PREROUTING, Hook.INPUT, Hook.FORWARD).map(r -> "--limit-iface-in: " + r);
            case OUT ->
                Places.only(hook, Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING).map(r -> "--limit-iface-out: " + r);
        };
    }

    @Override
    public String options() {
        String limited =
                switch (limit) {
                    case NONE -> "";
                    case IN -> "--limit-iface-in";
                    case OUT -> "--limit-iface-out";
                };
        return Parts.join(
                source == null ? "" : Parts.option(source.inverted(), "src-type", source.words()),
                destination == null ? "" : Parts.option(destination.inverted(), "dst-type", destination.words()),
                limited);
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join(
                "ADDRTYPE match",
                listing("src-type", source),
                listing("dst-type", destination),
                limit == Limit.IN ? "limit-in" : limit == Limit.OUT ? "limit-out" : "");
    }

    private static String listing(String option, @Nullable AddressTypes types) {
        return types == null ? "" : option + " " + (types.inverted() ? "!" : "") + types.words();
    }
}
