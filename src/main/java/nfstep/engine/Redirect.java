package nfstep.engine;

import java.util.List;
import java.util.Optional;
import nfstep.event.PathEvent;
import nfstep.host.ConfKnob;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.RouteType;
import nfstep.host.SysctlName;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Skb;
import nfstep.state.Change;

/**
 * A host is told by ICMP of a better router: {@code net/ipv4/route.c}, {@code __ip_do_redirect}.
 *
 * @param message the redirect, which reached this host
 */
public record Redirect(Run run, String namespace, Skb message) {
    private static final int TYPE = 5;
    private static final int CODES = 3;

    /** Follows it, if it is one and the host believes it: at once if the neighbour is known, else next time. */
    public void follow() {
        Optional<IcmpHeader> header = message.packet().icmp().filter(h -> h.type() == TYPE && h.code() <= CODES);
        Optional<Packet> quoted = header.flatMap(h -> message.packet().quoted());
        quoted.ifPresent(
                sent -> follow(sent, new Ipv4Address(header.orElseThrow().rest())));
    }

    private void follow(Packet sent, IpAddress gateway) {
        IpAddress teller = message.packet().source();
        Device in = message.in().orElseThrow();
        Optional<Decision> way = RoutingOutput.decide(run.world(), namespace, LearnedPaths.key(sent));
        boolean fromRouter =
                way.flatMap(Decision::nextHop).filter(teller::equals).isPresent();
        if (!fromRouter || gateway.equals(teller) || !accepts(in) || !isNeighbour(in, gateway, teller)) {
            note("the redirect to " + gateway + " is not followed", List.of());
            return;
        }
        int link = way.flatMap(Decision::out).orElseThrow().index();
        if (!isKnown(new NeighbourKey(link, gateway))) {
            note("the redirect counts when the neighbour " + gateway + " is known", List.of());
            new Neighbours(run, new LinkEnd(namespace, link)).find(message, gateway);
            return;
        }
        LearnedPaths.redirected(run.world(), namespace, sent, gateway).ifPresent(this::learned);
    }

    private void learned(Change.PathFound found) {
        String what = "packets to " + found.destination() + " go by "
                + found.path().gateway().orElseThrow() + ", for five minutes";
        note(what, List.of(found));
    }

    private Namespace host() {
        return run.world().network().namespace(namespace);
    }

    /** {@code IN_DEV_RX_REDIRECTS}: a router believes if both settings say so, another host if one does. */
    private boolean accepts(Device in) {
        ConfKnob knob = ConfKnob.find(IpFamily.IPV4, "accept_redirects").orElseThrow();
        boolean all = host().sysctls().value(SysctlName.of(knob, SysctlName.ALL)) != 0;
        boolean own = host().sysctls().value(SysctlName.of(knob, in.name())) != 0;
        return Settings.conf(host(), in, "forwarding") != 0 ? all && own : all || own;
    }

    private boolean isNeighbour(Device in, IpAddress gateway, IpAddress teller) {
        if (gateway.isMulticast() || gateway.isLimitedBroadcast() || gateway.isUnspecified()) {
            return false;
        }
        return Settings.conf(host(), in, "shared_media") != 0
                ? host().fib().localType(gateway) == RouteType.UNICAST
                : isOneSubnet(in, gateway, teller)
                        && (Settings.conf(host(), in, "secure_redirects") == 0 || isRouter(in, gateway));
    }

    /** {@code inet_addr_onlink}. */
    private boolean isOneSubnet(Device in, IpAddress gateway, IpAddress teller) {
        return host().addressesOf(in.index(), IpFamily.IPV4).stream()
                .anyMatch(a -> !a.secondary()
                        && a.prefix().contains(gateway)
                        && a.prefix().contains(teller));
    }

    /** {@code ip_fib_check_default}: whether a route goes by that router already. */
    private boolean isRouter(Device in, IpAddress gateway) {
        return host().fib().routes().stream()
                .anyMatch(r -> r.gateway().filter(gateway::equals).isPresent() && r.isVia(in.index()));
    }

    private boolean isKnown(NeighbourKey key) {
        return host().neighbour(key.link(), key.address()).isPresent()
                || run.world().links(namespace).neighbour(key).isPresent();
    }

    private void note(String what, List<Change> changes) {
        run.emit(new PathEvent.Noted(Run.at(namespace, message), what, changes));
    }
}
