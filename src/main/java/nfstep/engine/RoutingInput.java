package nfstep.engine;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.event.PathEvent;
import nfstep.host.FibLookup;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Skb;

/** Where a packet that came in goes: {@code net/ipv4/route.c}, {@code ip_route_input_slow}. */
final class RoutingInput {
    /** The bits of the type of service that a look-up is given. */
    static final int TOS = 0x1e;

    /**
     * A packet that has a way.
     *
     * @param redirected whether its sender is to be told of a shorter way
     */
    record Routed(Skb skb, boolean redirected) {}

    private final Run run;
    private final String namespace;
    private final Skb skb;
    private final Packet packet;
    private final Device in;
    private final Namespace host;

    private RoutingInput(Run run, String namespace, Skb skb) {
        this.run = run;
        this.namespace = namespace;
        this.skb = skb;
        this.packet = skb.packet();
        this.in = skb.in().orElseThrow();
        this.host = run.world().network().namespace(namespace);
    }

    /** The packet with its way; none if it goes nowhere. */
    static Optional<Routed> route(Run run, String namespace, Skb skb) {
        RoutingInput input = new RoutingInput(run, namespace, skb);
        return skb.packet().destination().isMulticast() ? input.multicast() : input.unicast();
    }

    private Optional<Routed> unicast() {
        IpAddress source = packet.source();
        IpAddress destination = packet.destination();
        if (source.isMulticast() || source.isLimitedBroadcast()) {
            return martian("source", "a source cannot be " + source);
        }
        if (destination.isLimitedBroadcast() || (source.isUnspecified() && destination.isUnspecified())) {
            return toAll(Decision.Kind.BROADCAST, FibResult.NONE);
        }
        if (source.isUnspecified()) {
            return martian("source", "from " + source + " only what is for everybody is taken");
        }
        if (destination.isUnspecified()) {
            return martian("destination", "a destination cannot be " + destination);
        }
        if (!allowsLoopback() && destination.isLoopback()) {
            return loopback("destination");
        }
        return !allowsLoopback() && source.isLoopback() ? loopback("source") : lookUp();
    }

    private boolean allowsLoopback() {
        return Settings.conf(host, in, "route_localnet") != 0;
    }

    private Optional<Routed> loopback(String which) {
        return drop(
                "martian " + which,
                "a packet with a loopback address came in by " + in.name(),
                Optional.of(Settings.governing(host, in, "route_localnet")));
    }

    private FlowKey key() {
        return new FlowKey(packet.destination(), packet.source(), packet.tos() & TOS, skb.mark(), in.index(), 0);
    }

    private Optional<Routed> lookUp() {
        FibResult result = FibLookup.lookup(host, key());
        RouteType type = result.route().map(Route::type).orElse(RouteType.UNREACHABLE);
        if (type == RouteType.BROADCAST) {
            return Settings.conf(host, in, "bc_forwarding") != 0
                    ? onward(result)
                    : toAll(Decision.Kind.BROADCAST, result);
        }
        if (type == RouteType.LOCAL) {
            return checked(result, SourceCheck.of(host, skb).check(0), Decision.Kind.LOCAL);
        }
        if (Settings.conf(host, in, "forwarding") == 0) {
            report(result, Optional.empty());
            return drop(
                    "forwarding",
                    "this host does not forward what comes in by " + in.name(),
                    Optional.of(Settings.governing(host, in, "forwarding")));
        }
        if (type.isError()) {
            return error(result);
        }
        return type == RouteType.UNICAST ? onward(result) : martian("destination", "a route of type " + type.word());
    }

    /** {@code __mkroute_input}. */
    private Optional<Routed> onward(FibResult result) {
        int out = result.route().orElseThrow().link().orElse(0);
        SourceCheck.Answer answer = SourceCheck.of(host, skb).check(out);
        Optional<Routed> routed = checked(result, answer, Decision.Kind.FORWARD);
        boolean back = out == in.index() && answer instanceof SourceCheck.Accepted accepted && accepted.onLink();
        return back
                ? routed.map(r -> new Routed(r.skb(), redirects(result.route().get())))
                : routed;
    }

    /** Whether a sender on this link may be told to ask the next hop itself. */
    private boolean redirects(Route route) {
        return Settings.conf(host, in, "send_redirects") != 0
                && (Settings.conf(host, in, "shared_media") != 0 || isOneSubnet(route));
    }

    /** {@code inet_addr_onlink}. */
    private boolean isOneSubnet(Route route) {
        return host.addressesOf(in.index(), packet.family()).stream()
                .filter(a -> !a.secondary() && a.prefix().contains(packet.source()))
                .anyMatch(a ->
                        route.gateway().filter(g -> !a.prefix().contains(g)).isEmpty());
    }

    private Optional<Routed> toAll(Decision.Kind kind, FibResult result) {
        return packet.source().isUnspecified()
                ? here(kind, result)
                : checked(result, SourceCheck.toAll(host, skb).check(0), kind);
    }

    private Optional<Routed> checked(FibResult result, SourceCheck.Answer answer, Decision.Kind kind) {
        if (answer instanceof SourceCheck.Refused refused) {
            report(result, Optional.empty());
            return drop(refused.place(), refused.reason(), refused.setting());
        }
        return here(kind, result);
    }

    private Optional<Routed> here(Decision.Kind kind, FibResult result) {
        Decision decision = kind == Decision.Kind.FORWARD
                ? forward(result.route().orElseThrow())
                : new Decision(kind, Optional.empty(), Optional.empty(), OptionalInt.empty(), result.route());
        return Optional.of(new Routed(report(result, Optional.of(decision)), false));
    }

    private Decision forward(Route route) {
        Link link = host.link(route.link().orElse(0)).orElseThrow();
        Decision configured = new Decision(
                Decision.Kind.FORWARD,
                Optional.of(new Device(link.index(), link.name())),
                Optional.of(route.gateway().orElse(packet.destination())),
                OptionalInt.of(route.mtu().orElse(link.mtu())),
                Optional.of(route));
        return LearnedPaths.applied(run.world(), namespace, configured, packet.destination());
    }

    private Skb report(FibResult result, Optional<Decision> decision) {
        Skb routed = skb.withRoute(decision);
        run.emit(new PathEvent.Routed(Run.at(namespace, skb), routed, key(), result));
        return routed;
    }

    /** {@code ip_route_input_mc}, {@code ip_mc_validate_source}: for members of the group only. */
    private Optional<Routed> multicast() {
        IpAddress source = packet.source();
        if (!host.hasJoined(in.index(), packet.destination())) {
            return drop("multicast", in.name() + " has not joined the group " + packet.destination(), Optional.empty());
        }
        if (source.isMulticast() || source.isLimitedBroadcast()) {
            return martian("source", "a source cannot be " + source);
        }
        if (source.isLoopback() && !allowsLoopback()) {
            return loopback("source");
        }
        if (source.isUnspecified() && !packet.destination().isLinkLocalGroup()) {
            return martian("source", "from " + source + " a group beyond the link cannot be reached");
        }
        return toAll(Decision.Kind.MULTICAST, FibResult.NONE);
    }

    /** {@code ip_error}: tells the sender which of the routes that refuse was found. */
    private Optional<Routed> error(FibResult result) {
        Skb routed = report(result, Optional.empty());
        if (!Reception.mayNameItsWay(run, namespace, routed)) {
            return Optional.empty();
        }
        drop("route", words(result), Optional.empty());
        int code = result.failure().map(RoutingInput::code).orElse(-1);
        if (code >= 0) {
            new IcmpErrorSender(run, namespace, skb).sendRoutingError(code);
        }
        return Optional.empty();
    }

    private String words(FibResult result) {
        if (result.route().isPresent()) {
            return "a route of type " + result.route().get().type().word();
        }
        return result.rule()
                .map(rule -> "a policy rule of type " + rule.action().word())
                .orElse("no route to " + packet.destination());
    }

    private static int code(FibResult.Failure failure) {
        return switch (failure) {
            case NETWORK_UNREACHABLE -> 0;
            case HOST_UNREACHABLE -> 1;
            case PROHIBITED -> 13;
            case INVALID -> -1;
        };
    }

    private Optional<Routed> martian(String which, String reason) {
        return drop("martian " + which, reason, Optional.empty());
    }

    private Optional<Routed> drop(String place, String reason, Optional<String> setting) {
        run.emit(new PathEvent.Dropped(Run.at(namespace, skb), place, reason, setting));
        return Optional.empty();
    }
}
