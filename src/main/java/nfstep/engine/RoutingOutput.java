package nfstep.engine;

import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.OutputRoute;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Skb;
import nfstep.source.Outcome;
import nfstep.state.World;

/** Routing decisions for packets that are sent from here: {@code net/ipv4/route.c}, {@code ip_route_output_key_hash}. */
public final class RoutingOutput {
    private RoutingOutput() {}

    /** The way out for a packet of that key from an address of this host, if there is one. */
    public static Optional<Decision> decide(Namespace host, FlowKey key) {
        return OutputRoute.find(host, key, false) instanceof OutputRoute.Found found
                ? Optional.of(decision(host, found.route(), key.destination()))
                : Optional.empty();
    }

    /** The same with what the host has learned of the way. */
    public static Optional<Decision> decide(World world, String namespace, FlowKey key) {
        return decide(world.network().namespace(namespace), key)
                .map(d -> LearnedPaths.applied(world, namespace, d, key.destination()));
    }

    /** The source address that a packet to that destination gets, if it can be sent. */
    public static Optional<IpAddress> source(Namespace host, IpAddress destination) {
        return source(host, FlowKey.sent(destination, IpAddress.any(destination.family())))
                .value();
    }

    /** The source address that routing gives to a packet, or the error that its sender is told. */
    static Outcome<IpAddress> source(Namespace host, FlowKey key) {
        OutputRoute.Answer answer = OutputRoute.find(host, key, false);
        if (answer instanceof OutputRoute.Refused refused) {
            return Outcome.refused(refused.error().words());
        }
        return ((OutputRoute.Found) answer)
                .route()
                .source()
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(FibResult.Failure.NETWORK_UNREACHABLE.words()));
    }

    /**
     * The source address that a socket gets when it is connected, or what connect(2) says: once it is chosen the way is
     * looked for again, from it: {@code ip_route_connect}.
     */
    public static Outcome<IpAddress> connected(Namespace host, FlowKey key) {
        Outcome<IpAddress> chosen = source(host, key);
        if (!key.source().isUnspecified() || chosen.refusal().isPresent()) {
            return chosen;
        }
        Outcome<IpAddress> again = source(host, key.from(chosen.orElseThrow()));
        return again.refusal().isPresent() ? again : chosen;
    }

    private static Decision decision(Namespace host, OutputRoute route, IpAddress destination) {
        Link link = host.link(route.link()).orElseThrow();
        return new Decision(
                kind(route.type()),
                Optional.of(new Device(link.index(), link.name())),
                Optional.of(route.gateway().orElse(destination)),
                route.mtu(host),
                route.result().route());
    }

    private static Decision.Kind kind(RouteType type) {
        return switch (type) {
            case LOCAL -> Decision.Kind.LOCAL;
            case BROADCAST -> Decision.Kind.BROADCAST;
            case MULTICAST -> Decision.Kind.MULTICAST;
            default -> Decision.Kind.OUTPUT;
        };
    }

    /**
     * What became of a packet that was to be routed.
     *
     * @param skb the packet with its way, if there is one
     * @param why there is none, in words
     * @param error what the sender is told, as strerror(3) says it
     */
    record Answer(Optional<Skb> skb, String why, String error) {}

    /**
     * Routes a packet that is sent from here, and reports it; if there is no way the packet is dropped. Only where its source
     * may be foreign the source need not be an address of this host ({@code FLOWI_FLAG_ANYSRC}).
     */
    static Answer route(Run run, String namespace, Skb skb, FlowKey key, boolean foreign) {
        Answer answer = look(run, namespace, skb, key, foreign);
        if (answer.skb().isEmpty()) {
            run.emit(new PathEvent.Dropped(Run.at(namespace, skb), "no route", answer.why(), Optional.empty()));
        }
        return answer;
    }

    private static Answer look(Run run, String namespace, Skb skb, FlowKey key, boolean foreign) {
        Namespace host = run.world().network().namespace(namespace);
        OutputRoute.Answer answer = OutputRoute.find(host, key, foreign);
        if (answer instanceof OutputRoute.Refused refused) {
            Skb lost = skb.withRoute(Optional.empty());
            run.emit(new PathEvent.Routed(Run.at(namespace, skb), lost, key, refused.result()));
            return new Answer(Optional.empty(), refused.why(), refused.error().words());
        }
        OutputRoute route = ((OutputRoute.Found) answer).route();
        Decision decision = decision(host, route, key.destination());
        Skb routed =
                skb.withRoute(Optional.of(LearnedPaths.applied(run.world(), namespace, decision, key.destination())));
        run.emit(new PathEvent.Routed(Run.at(namespace, skb), routed, key, route.result()));
        return new Answer(Optional.of(routed), "", "");
    }

    /**
     * Routes a packet anew after an OUTPUT function changed it; its source address stays: {@code net/ipv4/netfilter.c},
     * {@code ip_route_me_harder}.
     */
    static HookFunction.Result anew(HookContext context, Skb skb) {
        Packet p = skb.packet();
        FlowKey key = FlowKey.sent(p.destination(), usable(context.host(), p.source()))
                .with(p.tos() & RoutingInput.TOS, skb.mark());
        Answer answer = look(context.run(), context.namespace(), skb, key, true);
        return answer.skb()
                .map(HookFunction.Result::accept)
                .orElseGet(() -> HookFunction.Result.fail(skb, "re-routing", answer.why(), answer.error()));
    }

    /** What such a decision knows of a source address: nothing where it can be nobody's own. */
    static IpAddress usable(Namespace host, IpAddress source) {
        RouteType type = host.fib().localType(source);
        boolean usable = type == RouteType.LOCAL || type == RouteType.UNICAST;
        return usable ? source : IpAddress.any(source.family());
    }
}
