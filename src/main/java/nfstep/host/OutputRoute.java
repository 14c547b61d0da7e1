package nfstep.host;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;

/**
 * Where a packet that is sent from here goes: {@code net/ipv4/route.c}, {@code ip_route_output_key_hash_rcu}.
 *
 * @param type LOCAL, BROADCAST and MULTICAST are told by the destination
 * @param link the index of the device that it leaves by
 * @param gateway the next hop; none if the destination is on the link
 * @param source the address that the packet has or gets; none if the host has none to give
 * @param result what the routing tables said; {@link FibResult#NONE} where they were not asked
 */
public record OutputRoute(
        RouteType type, int link, Optional<IpAddress> gateway, Optional<IpAddress> source, FibResult result) {
    /** A way, or why there is none. */
    public sealed interface Answer {}

    /** The way that was found. */
    public record Found(OutputRoute route) implements Answer {}

    /**
     * There is no way.
     *
     * @param why in words
     */
    public record Refused(FibResult.Failure error, FibResult result, String why) implements Answer {}

    /**
     * The way of a packet of that key.
     *
     * @param foreign whether its source need not be an address of this host ({@code FLOWI_FLAG_ANYSRC})
     */
    public static Answer find(Namespace host, FlowKey key, boolean foreign) {
        return key.destination().family() == IpFamily.IPV4
                ? new Search(host, key).ipv4(foreign)
                : new Search(host, key).byTables();
    }

    /** The most that a packet on this way may be long, in bytes: the route's word, else the device's. */
    public OptionalInt mtu(Namespace host) {
        Optional<Route> route = result.route();
        if (route.isPresent() && route.get().mtu().isPresent()) {
            return route.get().mtu();
        }
        return host.link(link).map(l -> OptionalInt.of(l.mtu())).orElse(OptionalInt.empty());
    }

    private record Search(Namespace host, FlowKey key) {
        Answer ipv4(boolean foreign) {
            IpAddress source = key.source();
            boolean given = !source.isUnspecified();
            if (given && (source.isMulticast() || source.isLimitedBroadcast())) {
                return refused(FibResult.Failure.INVALID, "a source cannot be " + source);
            }
            boolean toMany =
                    key.destination().isMulticast() || key.destination().isLimitedBroadcast();
            boolean own = given && FibLookup.localType(host.fib(), source) == RouteType.LOCAL;
            if (given && key.out() == 0 && toMany) {
                return own ? made(target(RouteType.UNICAST), deviceOf(source), FibResult.NONE) : stranger();
            }
            return given && !own && !foreign ? stranger() : byDevice();
        }

        private Answer stranger() {
            return refused(
                    FibResult.Failure.NETWORK_UNREACHABLE,
                    "the source " + key.source() + " is no address of this host");
        }

        private Answer refused(FibResult.Failure error, String why) {
            return new Refused(error, FibResult.NONE, why);
        }

        /** {@code __ip_dev_find}: by the address, else by the route of type local. */
        private int deviceOf(IpAddress own) {
            return host.addresses().stream()
                    .filter(a -> a.address().equals(own))
                    .findFirst()
                    .map(InterfaceAddress::link)
                    .orElse(Namespace.LOOPBACK_INDEX);
        }

        private Answer byDevice() {
            if (key.out() != 0 && host.link(key.out()).filter(Link::up).isEmpty()) {
                return refused(FibResult.Failure.NETWORK_UNREACHABLE, "the device that it is bound to is down");
            }
            boolean onLink =
                    key.destination().isLinkLocalGroup() || key.destination().isLimitedBroadcast();
            if (key.out() != 0 && onLink) {
                return made(target(RouteType.UNICAST), key.out(), FibResult.NONE);
            }
            if (key.destination().isUnspecified()) {
                FlowKey here = new FlowKey(
                        key.source().isUnspecified() ? Ipv4Address.LOCALHOST : key.source(),
                        key.source(),
                        key.tos(),
                        key.mark(),
                        key.in(),
                        Namespace.LOOPBACK_INDEX);
                return new Search(host, here).made(RouteType.LOCAL, Namespace.LOOPBACK_INDEX, FibResult.NONE);
            }
            return byTables();
        }

        /** Who names a device finds the destination behind it, if no route does. */
        Answer byTables() {
            FibResult result = FibLookup.lookup(host, key);
            if (result.isUsable()) {
                Route route = result.route().orElseThrow();
                return route.type() == RouteType.LOCAL
                        ? made(RouteType.LOCAL, Namespace.LOOPBACK_INDEX, result)
                        : made(target(route.type()), route.link().orElse(0), result);
            }
            if (key.out() != 0 && key.destination().family() == IpFamily.IPV4) {
                return made(target(RouteType.UNICAST), key.out(), FibResult.NONE);
            }
            return new Refused(result.failure().orElseThrow(), result, "there is no route to " + key.destination());
        }

        private RouteType target(RouteType byRoute) {
            if (key.destination().isLimitedBroadcast()) {
                return RouteType.BROADCAST;
            }
            return key.destination().isMulticast() ? RouteType.MULTICAST : byRoute;
        }

        /** {@code __mkroute_output}. */
        private Answer made(RouteType type, int link, FibResult result) {
            Optional<Link> device = host.link(link);
            if (device.isEmpty()) {
                return new Refused(FibResult.Failure.NETWORK_UNREACHABLE, result, "the device is gone");
            }
            Optional<IpAddress> source =
                    key.source().isUnspecified() ? source(link, result) : Optional.of(key.source());
            boolean loops = source.filter(IpAddress::isLoopback).isPresent() && link != Namespace.LOOPBACK_INDEX;
            if (loops && host.sysctls().conf(IpFamily.IPV4, device.get().name(), "route_localnet") == 0) {
                String knob = ConfKnob.find(IpFamily.IPV4, "route_localnet")
                        .orElseThrow()
                        .nameFor(device.get().name());
                String why = source.get() + " cannot be the source of what leaves by "
                        + device.get().name() + " (" + knob + " = 0)";
                return new Refused(FibResult.Failure.INVALID, result, why);
            }
            return new Found(new OutputRoute(type, link, gateway(type, result), source, result));
        }

        /** A default route gives a group no gateway. */
        private Optional<IpAddress> gateway(RouteType type, FibResult result) {
            boolean none = type == RouteType.BROADCAST && key.destination().isLimitedBroadcast();
            return result.route()
                    .filter(r -> !none)
                    .filter(r -> type != RouteType.MULTICAST || r.destination().length() >= 4)
                    .flatMap(Route::gateway);
        }

        private Optional<IpAddress> source(int link, FibResult result) {
            return result.route().isPresent()
                    ? AddressChoice.sourceFor(host, result.route().get(), key.destination())
                    : link == Namespace.LOOPBACK_INDEX && key.destination().isLoopback()
                            ? Optional.of(key.destination())
                            : AddressChoice.onLinkSource(host, link, key.destination());
        }
    }
}
