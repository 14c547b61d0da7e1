package nfstep.parse.ip;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.Scope;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;

/**
 * A route as {@code ip route show} prints it: iproute2, {@code print_route}.
 *
 * @param hidden what the command named, which is then not repeated
 */
record RouteText(Namespace host, Hidden hidden) {
    /** Columns that are left out. */
    record Hidden(boolean table, boolean device, boolean origin) {}

    /** The line, with its end. */
    String line(Route route) {
        StringBuilder out = new StringBuilder();
        if (route.type() != RouteType.UNICAST) {
            out.append(route.type().word()).append(' ');
        }
        out.append(prefix(route.destination())).append(' ');
        if (route.tos() != 0) {
            out.append(String.format("tos 0x%02x ", route.tos()));
        }
        out.append(hop(route)).append(origins(route));
        boolean six = route.destination().family() == IpFamily.IPV6;
        return out.append(six ? "pref medium\n" : "\n").toString();
    }

    /** A prefix as {@code ip} prints it: {@code default}, an address alone, or with its length. */
    static String prefix(Prefix prefix) {
        if (prefix.length() == 0) {
            return "default";
        }
        return prefix.length() == prefix.family().bits() ? prefix.address().toString() : prefix.toString();
    }

    private String hop(Route route) {
        String via = route.gateway().map(g -> "via " + g + " ").orElse("");
        return hidden.device() ? via : via + device(route);
    }

    private String device(Route route) {
        boolean six = route.destination().family() == IpFamily.IPV6;
        Optional<String> name = link(route).map(Link::name);
        return name.or(() -> six ? Optional.of("lo") : Optional.empty())
                .map(n -> "dev " + n + " ")
                .orElse("");
    }

    private Optional<Link> link(Route route) {
        OptionalInt index = route.link();
        return index.isPresent() ? host.link(index.getAsInt()) : Optional.empty();
    }

    private String origins(Route route) {
        boolean six = route.destination().family() == IpFamily.IPV6;
        StringBuilder out = new StringBuilder();
        if (!hidden.table() && route.table() != Route.MAIN_TABLE) {
            out.append("table ").append(RouteNames.table(route.table())).append(' ');
        }
        if (!hidden.origin() && !route.origin().equals(Route.BOOT)) {
            out.append("proto ").append(route.origin()).append(' ');
        }
        if (!six && route.scope() != Scope.UNIVERSE) {
            out.append("scope ").append(route.scope().word()).append(' ');
        }
        route.source().ifPresent(s -> out.append("src ").append(s).append(' '));
        if (six || route.metric() != 0) {
            out.append("metric ").append(route.metric()).append(' ');
        }
        return out.append(flags(route)).toString();
    }

    private String flags(Route route) {
        StringBuilder out = new StringBuilder();
        Optional<Link> link = link(route).filter(l -> l.up() && !l.carrier() && route.type() != RouteType.LOCAL);
        if (link.isPresent()) {
            IpFamily family = route.destination().family();
            boolean ignored = host.sysctls().conf(family, link.get().name(), "ignore_routes_with_linkdown") != 0;
            out.append(ignored ? "dead " : "");
        }
        out.append(route.hop().onlink() ? "onlink " : "");
        out.append(link.isPresent() ? "linkdown " : "");
        route.mtu().ifPresent(m -> out.append("mtu ").append(m).append(' '));
        return out.toString();
    }
}
