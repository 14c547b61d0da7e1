package nfstep.host;

import java.util.List;
import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import org.jspecify.annotations.Nullable;

/** Which of its addresses a host uses: {@code net/ipv4/devinet.c}, {@code net/ipv6/addrconf.c}. */
public final class AddressChoice {
    private AddressChoice() {}

    /**
     * The source address of a packet to that destination which takes that route and has none yet:
     * {@code fib_result_prefsrc}; for IPv6 {@code ip6_route_get_saddr}.
     */
    public static Optional<IpAddress> sourceFor(Namespace host, Route route, IpAddress destination) {
        if (route.source().isPresent()) {
            return route.source();
        }
        if (route.type() == RouteType.LOCAL) {
            return Optional.of(destination);
        }
        if (destination.family() == IpFamily.IPV6) {
            return SourceRules.choose(host, route.link().orElse(0), destination);
        }
        return select(host, route.link().orElse(0), route.gateway(), route.scope());
    }

    /**
     * The address that MASQUERADE gives to packets that leave by that device: {@code nf_nat_masquerade_ipv4},
     * {@code inet_select_addr}; for IPv6 {@code nf_nat_masquerade_ipv6}, where the next hop is the destination.
     */
    public static Optional<IpAddress> masqueradeSource(Namespace host, int link, IpAddress nextHop) {
        return nextHop.family() == IpFamily.IPV6
                ? SourceRules.choose(host, link, nextHop)
                : select(host, link, Optional.of(nextHop), Scope.UNIVERSE);
    }

    /**
     * The address by which a device speaks to somebody on its link: the one in the same subnet, else the first. So ARP asks
     * ({@code net/ipv4/arp.c}, {@code arp_solicit}), and ICMP errors are sent that {@code icmp_errors_use_inbound_ifaddr}
     * binds to the device that the packet came in by ({@code net/ipv4/icmp.c}, {@code __icmp_send}).
     */
    public static Optional<IpAddress> sourceTowards(Namespace host, int link, IpAddress neighbour) {
        return select(host, link, Optional.of(neighbour), Scope.LINK);
    }

    /** The source of a packet that leaves by that device though no route says so. */
    static Optional<IpAddress> onLinkSource(Namespace host, int link, IpAddress destination) {
        return destination.family() == IpFamily.IPV6
                ? SourceRules.choose(host, link, destination)
                : select(host, link, Optional.empty(), Scope.LINK);
    }

    /** The first address of a device, secondary ones last: {@code net/netfilter/nf_nat_redirect.c}. */
    public static Optional<IpAddress> firstAddress(Namespace host, int link, IpFamily family) {
        return host.addressesOf(link).stream()
                .map(InterfaceAddress::address)
                .filter(a -> a.family() == family)
                .findFirst();
    }

    /** {@code inet_select_addr}: of this device, else of any. */
    private static Optional<IpAddress> select(Namespace host, int link, Optional<IpAddress> near, Scope scope) {
        IpAddress own = onDevice(host, link, near, scope);
        return own != null ? Optional.of(own) : elsewhere(host, scope);
    }

    private static @Nullable IpAddress onDevice(Namespace host, int link, Optional<IpAddress> near, Scope scope) {
        IpAddress first = null;
        for (InterfaceAddress address : primaries(host, link)) {
            if (Math.min(address.scope().number(), widest(host, link)) <= scope.number()) {
                if (near.isEmpty()
                        || near.get().isUnspecified()
                        || address.prefix().contains(near.get())) {
                    return address.address();
                }
                first = first == null ? address.address() : first;
            }
        }
        return first;
    }

    /** Where 127.0.0.0/8 may be routed, addresses of scope host count as those of scope link. */
    private static int widest(Namespace host, int link) {
        boolean localnet = host.link(link)
                .filter(l -> host.sysctls().conf(IpFamily.IPV4, l.name(), "route_localnet") != 0)
                .isPresent();
        return localnet ? Scope.LINK.number() : Scope.HOST.number();
    }

    private static Optional<IpAddress> elsewhere(Namespace host, Scope scope) {
        for (Link link : host.links().values()) {
            for (InterfaceAddress address : primaries(host, link.index())) {
                if (address.scope() != Scope.LINK && address.scope().number() <= scope.number()) {
                    return Optional.of(address.address());
                }
            }
        }
        return Optional.empty();
    }

    private static List<InterfaceAddress> primaries(Namespace host, int link) {
        return host.addressesOf(link).stream()
                .filter(a -> !a.secondary() && a.address().family() == IpFamily.IPV4)
                .toList();
    }
}
