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
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/** Where a packet that came in goes: {@code net/ipv4/route.c}, {@code ip_route_input_slow}. */
final class RoutingInput {
    private static final IpAddress EVERYBODY = new Ipv4Address(-1);

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
    static Optional<Skb> route(Run run, String namespace, Skb skb) {
        return new RoutingInput(run, namespace, skb).route();
    }

    private Optional<Skb> route() {
        if (packet.destination().isMulticast()) {
            return multicast();
        }
        if (packet.source().isMulticast() || packet.source().equals(EVERYBODY)) {
            return martian("source", "a source cannot be " + packet.source());
        }
        if (packet.destination().equals(EVERYBODY)
                || (packet.source().isUnspecified() && packet.destination().isUnspecified())) {
            return here(Decision.Kind.BROADCAST, Optional.empty(), key(), FibResult.NONE);
        }
        if (packet.source().isUnspecified()) {
            return martian("source", "a source cannot be " + packet.source());
        }
        if (packet.destination().isUnspecified()) {
            return martian("destination", "a destination cannot be " + packet.destination());
        }
        boolean loopbackAllowed = Settings.conf(host, in, "route_localnet") != 0;
        if (packet.destination().isLoopback() && !loopbackAllowed && !isLoopbackDevice()) {
            return martian("destination", "a loopback address comes from outside", "route_localnet");
        }
        if (packet.source().isLoopback() && !loopbackAllowed && !isLoopbackDevice()) {
            return martian("source", "a loopback address comes from outside", "route_localnet");
        }
        return lookUp();
    }

    private boolean isLoopbackDevice() {
        return in.index() == Namespace.LOOPBACK_INDEX;
    }

    private FlowKey key() {
        return new FlowKey(packet.destination(), packet.source(), packet.tos() & 0x1e, skb.mark(), in.index(), 0);
    }

    private Optional<Skb> lookUp() {
        FlowKey key = key();
        FibResult result = FibLookup.lookup(host, key);
        boolean forwards = Settings.conf(host, in, "forwarding") != 0;
        Optional<Route> route = result.route();
        RouteType type = route.map(Route::type).orElse(RouteType.UNREACHABLE);
        if (type == RouteType.BROADCAST) {
            return validated(key, result, 0, Decision.Kind.BROADCAST);
        }
        if (type == RouteType.LOCAL) {
            return validated(key, result, Namespace.LOOPBACK_INDEX, Decision.Kind.LOCAL);
        }
        if (!forwards) {
            report(key, result, Optional.empty());
            return drop(
                    "forwarding",
                    "this host does not forward what comes in by " + in.name(),
                    "net.ipv4.ip_forward = 0");
        }
        if (type != RouteType.UNICAST) {
            return error(key, result, route);
        }
        return validated(key, result, route.orElseThrow().link().orElse(0), Decision.Kind.FORWARD);
    }

    private Optional<Skb> validated(FlowKey key, FibResult result, int out, Decision.Kind kind) {
        int oif = kind == Decision.Kind.FORWARD ? out : 0;
        Optional<SourceCheck.Refusal> refusal = new SourceCheck(host, skb).check(oif);
        if (refusal.isPresent()) {
            report(key, result, Optional.empty());
            return drop(
                    refusal.get().place(), refusal.get().reason(), refusal.get().setting());
        }
        return here(kind, result.route(), key, result);
    }

    private Optional<Skb> here(Decision.Kind kind, Optional<Route> route, FlowKey key, FibResult result) {
        Optional<Link> link = kind == Decision.Kind.FORWARD
                ? route.flatMap(r -> host.link(r.link().orElse(0)))
                : Optional.empty();
        Optional<Device> out = link.map(l -> new Device(l.index(), l.name()));
        OptionalInt mtu = kind == Decision.Kind.FORWARD
                ? OptionalInt.of(
                        route.orElseThrow().mtu().orElse(link.map(Link::mtu).orElse(0)))
                : OptionalInt.empty();
        Optional<IpAddress> hop = kind == Decision.Kind.FORWARD
                ? Optional.of(route.orElseThrow().gateway().orElse(packet.destination()))
                : Optional.empty();
        return Optional.of(report(key, result, Optional.of(new Decision(kind, out, hop, mtu, route))));
    }

    private Skb report(FlowKey key, FibResult result, Optional<Decision> decision) {
        Skb routed = skb.withRoute(decision);
        run.emit(new PathEvent.Routed(Run.at(namespace, skb), routed, key, result));
        return routed;
    }

    private Optional<Skb> multicast() {
        boolean allHosts = packet.destination().equals(new Ipv4Address(0xe0000001));
        if (!allHosts) {
            return drop("multicast", "nobody here joined " + packet.destination(), "");
        }
        return here(Decision.Kind.MULTICAST, Optional.empty(), key(), FibResult.NONE);
    }

    /** {@code ip_error}: tells the sender which of the routes that refuse was found. */
    private Optional<Skb> error(FlowKey key, FibResult result, Optional<Route> route) {
        report(key, result, Optional.empty());
        drop("route", words(result, route), "");
        int code = result.failure().map(RoutingInput::code).orElse(-1);
        if (code >= 0) {
            new IcmpErrorSender(run, namespace, skb).sendRoutingError(code);
        }
        return Optional.empty();
    }

    private String words(FibResult result, Optional<Route> route) {
        boolean byRule = route.isEmpty() && result.rule().isPresent();
        if (byRule) {
            return "a policy rule of type " + result.rule().get().action().word();
        }
        return route.map(r -> "a route of type " + r.type().word()).orElse("no route to " + packet.destination());
    }

    private static int code(FibResult.Failure failure) {
        return switch (failure) {
            case NETWORK_UNREACHABLE -> 0;
            case HOST_UNREACHABLE -> 1;
            case PROHIBITED -> 13;
            case BLACKHOLE -> -1;
        };
    }

    private Optional<Skb> martian(String which, String reason) {
        return drop("martian " + which, reason, "");
    }

    private Optional<Skb> martian(String which, String reason, String knob) {
        return drop("martian " + which, reason, "net.ipv4.conf." + in.name() + "." + knob + " = 0");
    }

    private Optional<Skb> drop(String place, String reason, String setting) {
        Optional<String> knob = setting.isEmpty() ? Optional.empty() : Optional.of(setting);
        run.emit(new PathEvent.Dropped(Run.at(namespace, skb), place, reason, knob));
        return Optional.empty();
    }

    /** The types of frames that are forwarded. */
    static boolean isForwardable(Skb skb) {
        return skb.type() == PacketType.HOST;
    }
}
