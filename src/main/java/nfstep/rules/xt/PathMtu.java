package nfstep.rules.xt;

import java.util.Optional;
import nfstep.host.FibLookup;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.rules.Decision;
import nfstep.rules.MatchContext;

/** How long packets may be on a path: {@code dst_mtu} of the packet's way and of the way back to its sender. */
final class PathMtu {
    private static final int MOST = 0xffff;

    private PathMtu() {}

    /** The smaller of both; a way back that is not known does not count: {@code tcpmss_reverse_mtu}. */
    static int bothWays(MatchContext context) {
        int out = context.skb().route().map(Decision::mtu).orElseThrow().orElse(MOST);
        return Math.min(
                MOST, Math.min(out, back(context.host(), context.packet().source())));
    }

    private static int back(Namespace host, IpAddress sender) {
        FibResult result = FibLookup.lookup(host, FlowKey.sent(sender, IpAddress.any(sender.family())));
        return result.isUsable() ? of(host, result.route().orElseThrow()) : MOST;
    }

    private static int of(Namespace host, Route route) {
        int device = route.type() == RouteType.LOCAL
                ? Namespace.LOOPBACK_INDEX
                : route.link().orElse(0);
        Optional<Link> link = host.link(device);
        return route.mtu().orElse(link.map(Link::mtu).orElse(MOST));
    }
}
