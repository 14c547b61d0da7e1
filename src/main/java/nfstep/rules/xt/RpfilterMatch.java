package nfstep.rules.xt;

import java.util.Optional;
import nfstep.host.FibLookup;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.rules.Device;
import nfstep.rules.Evidence;
import nfstep.rules.Hook;
import nfstep.rules.Match;
import nfstep.rules.MatchContext;
import nfstep.rules.PacketType;
import nfstep.rules.TableName;
import nfstep.source.Outcome;

/**
 * {@code -m rpfilter}: whether the way back to the packet's source is the device that it came in by.
 *
 * <p>Source: iptables-extensions(8), "rpfilter"; kernel {@code net/ipv4/netfilter/ipt_rpfilter.c}, {@code rpfilter_mt}.
 *
 * @param loose whether a way back by any device will do
 * @param validMark whether the packet's mark counts for the way back
 * @param acceptLocal whether an address of this host will do
 * @param inverted whether packets match that fail the test
 */
public record RpfilterMatch(boolean loose, boolean validMark, boolean acceptLocal, boolean inverted) implements Match {
    /** How the registry lists it. */
    static final Extension<Match> EXTENSION = Described.of(
                    "rpfilter",
                    "Tests the way back to the source.",
                    Options.of(
                            OptionSpec.flag("loose", "a way back by any device will do"),
                            OptionSpec.flag("validmark", "the packet's mark counts for the way back"),
                            OptionSpec.flag("accept-local", "an address of this host will do"),
                            OptionSpec.flag("invert", "match what fails the test")),
                    RpfilterMatch::read)
            .only(IpFamily.IPV4);

    /** The bits of the type of service that routes are chosen by: {@code IPTOS_RT_MASK}. */
    private static final int ROUTED_TOS = 0x1c;

    private static Outcome<Match> read(Reading reading) {
        return reading.made(() -> new RpfilterMatch(
                reading.has("loose"), reading.has("validmark"), reading.has("accept-local"), reading.has("invert")));
    }

    @Override
    public String name() {
        return "rpfilter";
    }

    @Override
    public boolean matches(MatchContext context) {
        return (isExempt(context) || isAccepted(context, wayBack(context))) != inverted;
    }

    /** What comes by the loopback device, and what asks for an address as DHCP does. */
    private static boolean isExempt(MatchContext context) {
        if (context.skb().type() == PacketType.LOOPBACK || in(context) == Namespace.LOOPBACK_INDEX) {
            return true;
        }
        Packet packet = context.packet();
        IpAddress to = packet.destination();
        boolean nearby = to.isMulticast() && packet.destinationBits() >>> 8 == 0xe00000;
        return packet.source().isUnspecified() && (to.isLimitedBroadcast() || nearby);
    }

    private static int in(MatchContext context) {
        Device device = context.where().in().orElse(null);
        return device == null ? 0 : device.index();
    }

    private FibResult wayBack(MatchContext context) {
        Packet packet = context.packet();
        IpAddress to = packet.destination();
        boolean special = to.isMulticast() || to.isLimitedBroadcast() || to.isUnspecified();
        IpAddress source = special ? IpAddress.any(packet.family()) : to;
        int mark = validMark ? context.skb().mark() : 0;
        int tos = packet.tos() & ROUTED_TOS;
        return FibLookup.lookup(
                context.host(), new FlowKey(packet.source(), source, tos, mark, Namespace.LOOPBACK_INDEX, 0));
    }

    private boolean isAccepted(MatchContext context, FibResult result) {
        Route route = result.isUsable() ? result.route().orElse(null) : null;
        if (route == null) {
            return false;
        }
        boolean typed = route.type() == RouteType.UNICAST || (route.type() == RouteType.LOCAL && acceptLocal);
        return typed && (loose || route.isVia(in(context)));
    }

    @Override
    public Evidence explain(MatchContext context) {
        if (isExempt(context)) {
            return new Evidence(toSyntax(), "a packet for which no way back is looked for");
        }
        String to = "the way back to " + context.packet().source() + " is ";
        String seen = wayBack(context)
                .route()
                .map(route -> to + way(context, route))
                .orElse("no way back to " + context.packet().source());
        return new Evidence(toSyntax(), seen);
    }

    private static String way(MatchContext context, Route route) {
        String device = route.link().isPresent()
                ? context.host()
                        .link(route.link().getAsInt())
                        .map(link -> " by " + link.name())
                        .orElse("")
                : "";
        return route.type().word() + device;
    }

    @Override
    public Optional<String> refusedAt(TableName table, Hook hook) {
        return Place.in(TableName.RAW, TableName.MANGLE).and(Hook.PREROUTING).refusal(table, hook);
    }

    @Override
    public String options() {
        return words("--");
    }

    @Override
    public String listing(boolean numeric) {
        return Parts.join("rpfilter", words(""));
    }

    private String words(String prefix) {
        return Parts.join(
                loose ? prefix + "loose" : "",
                validMark ? prefix + "validmark" : "",
                acceptLocal ? prefix + "accept-local" : "",
                inverted ? prefix + "invert" : "");
    }
}
