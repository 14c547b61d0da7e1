package nfstep.host;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.Ipv6Address;

/** The rules of RFC 6724 section 5 that tell two IPv6 addresses apart: {@code net/ipv6/addrconf.c}, {@code ipv6_dev_get_saddr}. */
final class SourceRules {
    private static final int LINK_LOCAL = 2;
    private static final int GLOBAL = 14;

    private final int link;
    private final Ipv6Address destination;

    private SourceRules(int link, Ipv6Address destination) {
        this.link = link;
        this.destination = destination;
    }

    /** The best source for a packet to that destination that leaves by that device. */
    static Optional<IpAddress> choose(Namespace host, int link, IpAddress destination) {
        SourceRules rules = new SourceRules(link, (Ipv6Address) destination);
        Optional<InterfaceAddress> best = Optional.empty();
        for (InterfaceAddress address : host.addresses()) {
            if (rules.isCandidate(address) && (best.isEmpty() || rules.isBetter(address, best.get()))) {
                best = Optional.of(address);
            }
        }
        return best.map(InterfaceAddress::address);
    }

    /** Towards one link only its own addresses count: {@code IPV6_SADDR_SCORE_...}, {@code use_oif_addr}. */
    private boolean isCandidate(InterfaceAddress address) {
        boolean onLink = destination.isMulticast() || destination.isLinkLocal();
        return address.address() instanceof Ipv6Address && (address.link() == link || !onLink);
    }

    private boolean isBetter(InterfaceAddress a, InterfaceAddress b) {
        boolean same = a.address().equals(destination);
        if (same || b.address().equals(destination)) {
            return same;
        }
        int scope = scopePreference(a, b);
        if (scope != 0) {
            return scope > 0;
        }
        if ((a.link() == link) != (b.link() == link)) {
            return a.link() == link;
        }
        return common(a) > common(b);
    }

    /** Rule 2: the smaller scope if it is enough, else the larger. */
    private int scopePreference(InterfaceAddress a, InterfaceAddress b) {
        int scopeA = scope((Ipv6Address) a.address());
        int scopeB = scope((Ipv6Address) b.address());
        int wanted = scope(destination);
        if (scopeA == scopeB) {
            return 0;
        }
        boolean smaller = scopeA < scopeB;
        boolean smallerReaches = Math.min(scopeA, scopeB) >= wanted;
        return smaller == smallerReaches ? 1 : -1;
    }

    private static int scope(Ipv6Address address) {
        if (address.isMulticast()) {
            return (int) (address.high() >>> 48) & 0xf;
        }
        return address.isLinkLocal() || address.isLoopback() ? LINK_LOCAL : GLOBAL;
    }

    /** Rule 8: how many leading bits are the destination's, up to the length of the prefix. */
    private int common(InterfaceAddress candidate) {
        Ipv6Address address = (Ipv6Address) candidate.address();
        long high = address.high() ^ destination.high();
        int bits = high != 0
                ? Long.numberOfLeadingZeros(high)
                : 64 + Long.numberOfLeadingZeros(address.low() ^ destination.low());
        return Math.min(bits, candidate.length());
    }
}
