package nfstep.engine;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.event.PathEvent;
import nfstep.host.AddressChoice;
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
import nfstep.source.Outcome;

/** Routing decisions for packets that are sent from here: {@code net/ipv4/route.c}, {@code ip_route_output_key_hash}. */
public final class RoutingOutput {
    private RoutingOutput() {}

    /** The way out for a packet of that key, if there is one. */
    public static Optional<Decision> decide(Namespace host, FlowKey key) {
        FibResult result = FibLookup.lookup(host, key);
        return result.isUsable() ? result.route().flatMap(r -> decision(host, r, key.destination())) : Optional.empty();
    }

    /** The source address that a packet to that destination gets, if it can be sent. */
    public static Optional<IpAddress> source(Namespace host, IpAddress destination) {
        return source(host, FlowKey.sent(destination, IpAddress.any(destination.family())))
                .value();
    }

    /** The source address that a socket gets when it is connected, or what connect(2) says. */
    public static Outcome<IpAddress> source(Namespace host, FlowKey key) {
        FibResult result = FibLookup.lookup(host, key);
        if (result.failure().isPresent()) {
            return Outcome.refused(result.failure().get().words());
        }
        return result.route()
                .flatMap(r -> AddressChoice.sourceFor(host, r, key.destination()))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(FibResult.Failure.NETWORK_UNREACHABLE.words()));
    }

    private static Optional<Decision> decision(Namespace host, Route route, IpAddress destination) {
        int index = route.type() == RouteType.LOCAL
                ? Namespace.LOOPBACK_INDEX
                : route.link().orElse(0);
        Optional<Link> link = host.link(index);
        if (link.isEmpty()) {
            return Optional.empty();
        }
        Decision.Kind kind =
                switch (route.type()) {
                    case LOCAL -> Decision.Kind.LOCAL;
                    case BROADCAST -> Decision.Kind.BROADCAST;
                    case MULTICAST -> Decision.Kind.MULTICAST;
                    default -> Decision.Kind.OUTPUT;
                };
        Device device = new Device(index, link.get().name());
        IpAddress hop = route.gateway().orElse(destination);
        int mtu = route.mtu().orElse(link.get().mtu());
        return Optional.of(
                new Decision(kind, Optional.of(device), Optional.of(hop), OptionalInt.of(mtu), Optional.of(route)));
    }

    /** Routes a packet that is sent from here, and reports it; none if there is no way. */
    static Optional<Skb> route(Run run, String namespace, Skb skb, FlowKey key) {
        Namespace host = run.world().network().namespace(namespace);
        FibResult result = FibLookup.lookup(host, key);
        Optional<Decision> decision = result.isUsable()
                ? result.route().flatMap(r -> decision(host, r, key.destination()))
                : onLink(host, key);
        Skb routed = skb.withRoute(decision);
        run.emit(new PathEvent.Routed(Run.at(namespace, skb), routed, key, result));
        return decision.isPresent() ? Optional.of(routed) : Optional.empty();
    }

    /** What must leave by a device to which no route leads is on its link: {@code ip_route_output_key_hash_rcu}. */
    private static Optional<Decision> onLink(Namespace host, FlowKey key) {
        return host.link(key.out())
                .filter(link -> key.out() != 0)
                .map(link -> new Decision(
                        Decision.Kind.OUTPUT,
                        Optional.of(new Device(link.index(), link.name())),
                        Optional.of(key.destination()),
                        OptionalInt.of(link.mtu()),
                        Optional.empty()));
    }

    /**
     * Routes a packet anew after an OUTPUT function changed it; its source address stays: {@code net/ipv4/netfilter.c},
     * {@code ip_route_me_harder}.
     */
    static Optional<Skb> anew(HookContext context, Skb skb) {
        Packet p = skb.packet();
        RouteType type = context.host().fib().localType(p.source());
        boolean usable = type == RouteType.LOCAL || type == RouteType.UNICAST;
        IpAddress source = usable ? p.source() : IpAddress.any(p.family());
        FlowKey key = FlowKey.sent(p.destination(), source).with(p.tos() & 0x1e, skb.mark());
        return route(context.run(), context.namespace(), skb, key);
    }
}
