package nfstep.engine;

import java.util.Optional;
import nfstep.host.FibLookup;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.rules.Device;
import nfstep.rules.Skb;

/**
 * Whether a packet's source may come in by this device: {@code net/ipv4/fib_frontend.c}, {@code fib_validate_source}.
 *
 * @param destination what the way back is asked for; unspecified for packets to everybody
 */
record SourceCheck(Namespace host, Skb skb, IpAddress destination) {
    /** What the check says. */
    sealed interface Answer {}

    /**
     * The packet may come in.
     *
     * @param onLink whether the way back is known to lead to the source itself, by this device
     */
    record Accepted(boolean onLink) implements Answer {}

    /** Why the packet is refused, and the setting that governs it. */
    record Refused(String place, String reason, Optional<String> setting) implements Answer {}

    /** For a packet to one host. */
    static SourceCheck of(Namespace host, Skb skb) {
        return new SourceCheck(host, skb, skb.packet().destination());
    }

    /** For a packet to everybody. */
    static SourceCheck toAll(Namespace host, Skb skb) {
        return new SourceCheck(host, skb, IpAddress.any(skb.packet().family()));
    }

    /** Answers for a packet that will leave by the device with that index; 0 for one that is for this host. */
    Answer check(int out) {
        boolean sendsRedirects = out == in().index() && Settings.conf(host, in(), "send_redirects") != 0;
        if (filter() != 0 || sendsRedirects) {
            return full(out);
        }
        if (acceptsLocal()) {
            return new Accepted(false);
        }
        if (host.fib().isCustom()) {
            return full(out);
        }
        boolean own = host.addresses().stream().anyMatch(a -> a.address().equals(source()));
        return own ? ownAddress() : new Accepted(false);
    }

    private Device in() {
        return skb.in().orElseThrow();
    }

    private IpAddress source() {
        return skb.packet().source();
    }

    private int filter() {
        return Settings.conf(host, in(), "rp_filter");
    }

    private boolean acceptsLocal() {
        return Settings.conf(host, in(), "accept_local") != 0;
    }

    private Refused ownAddress() {
        return new Refused(
                "martian source",
                source() + " is an address of this host, it cannot come from outside",
                Optional.of(Settings.governing(host, in(), "accept_local")));
    }

    /** {@code __fib_validate_source}. */
    private Answer full(int out) {
        Packet p = skb.packet();
        int mark = Settings.conf(host, in(), "src_valid_mark") != 0 ? skb.mark() : 0;
        int from = out == 0 ? Namespace.LOOPBACK_INDEX : out;
        FlowKey reverse = new FlowKey(source(), destination, p.tos() & RoutingInput.TOS, mark, from, 0);
        FibResult result = FibLookup.lookup(host, reverse);
        if (!result.isUsable()) {
            return lastResort("there is no way back to " + source());
        }
        Route route = result.route().orElseThrow();
        boolean allowed = route.type() == RouteType.UNICAST || (route.type() == RouteType.LOCAL && acceptsLocal());
        return allowed ? byDevice(route, reverse) : refused(route.type());
    }

    private Refused refused(RouteType type) {
        return type == RouteType.LOCAL
                ? ownAddress()
                : new Refused(
                        "martian source",
                        "the way back to " + source() + " is of type " + type.word(),
                        Optional.empty());
    }

    private Answer byDevice(Route route, FlowKey reverse) {
        if (route.isVia(in().index())) {
            return new Accepted(route.gateway().isEmpty());
        }
        String way = "the way back to " + source() + " is by " + deviceOf(route) + ", not by " + in().name();
        if (host.addressesOf(in().index(), source().family()).isEmpty()) {
            return lastResort(way + ", which has no address");
        }
        if (filter() == 1) {
            return reversePath(way);
        }
        FibResult same = FibLookup.lookup(host, reverse.leavingBy(in().index()));
        return new Accepted(same.route()
                .filter(r -> r.type() == RouteType.UNICAST && r.gateway().isEmpty())
                .isPresent());
    }

    private String deviceOf(Route route) {
        return host.link(route.link().orElse(0)).map(Link::name).orElse("none");
    }

    private Answer lastResort(String reason) {
        return filter() == 0 ? new Accepted(false) : reversePath(reason);
    }

    private Refused reversePath(String reason) {
        return new Refused("rp_filter", reason, Optional.of(Settings.governing(host, in(), "rp_filter")));
    }
}
