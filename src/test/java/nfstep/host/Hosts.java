package nfstep.host;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.packet.Prefix;
import org.pcollections.TreePVector;

/** Namespaces that are put together by hand, for tests of what reads them. */
final class Hosts {
    private Hosts() {}

    /** A host with the devices lo, eth0 (2) and eth1 (3), up, without addresses. */
    static Namespace plain() {
        return Namespace.bare("host").with(up(2, "eth0")).with(up(3, "eth1"));
    }

    static Link up(int index, String name) {
        return Link.fresh(index, name, LinkKind.DUMMY, new MacAddress(0x020000000000L + index))
                .withUp(true)
                .withCarrier(true);
    }

    static Namespace with(Namespace host, Route... routes) {
        Fib fib = host.fib();
        for (Route route : routes) {
            fib = fib.withRoutes(fib.routes().plus(route));
        }
        return host.withFib(fib);
    }

    static Namespace with(Namespace host, RoutingRule... rules) {
        TreePVector<RoutingRule> all = TreePVector.from(java.util.List.of(rules));
        Fib fib = host.fib();
        return host.withFib(fib.withRules(all.plusAll(fib.rules())).withCustomRules());
    }

    static Namespace withAddress(Namespace host, int link, String cidr, Scope scope) {
        String[] parts = cidr.split("/", -1);
        InterfaceAddress address = new InterfaceAddress(
                link, IpAddress.of(parts[0]), Integer.parseInt(parts[1]), Optional.empty(), scope, false);
        return host.withAddresses(host.addresses().plus(address));
    }

    static Route dev(String prefix, int link) {
        return Route.to(Prefix.of(prefix), Route.Hop.dev(link));
    }

    static Route via(String prefix, String gateway, int link) {
        return Route.to(Prefix.of(prefix), Route.Hop.via(IpAddress.of(gateway), link));
    }

    static Route local(String prefix, int link) {
        return dev(prefix, link).as(Route.LOCAL_TABLE, RouteType.LOCAL, Scope.HOST);
    }

    static Route refusing(RouteType type, String prefix) {
        return Route.to(Prefix.of(prefix), Route.Hop.NONE).as(Route.MAIN_TABLE, type, Scope.UNIVERSE);
    }

    static Route tos(Route route, int tos) {
        return route.with(tos, OptionalInt.empty());
    }

    static FlowKey to(String destination) {
        IpAddress address = IpAddress.of(destination);
        return FlowKey.sent(address, IpAddress.any(address.family()));
    }
}
