package nfstep.parse.ip;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.AddressChoice;
import nfstep.host.FibLookup;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.edit.LocalEdit;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;
import nfstep.source.Parsed;

/** {@code ip route get}: where a packet that is sent from here goes. */
record RouteGet(String namespace, IpAddress destination, Optional<IpAddress> from, With with)
        implements IpCommand.NetworkQuery {
    private static final Grammar GRAMMAR = Grammar.of(
            "ip route get",
            "destination",
            Keyword.value("to"),
            Keyword.value("from"),
            Keyword.value("oif", "dev"),
            Keyword.value("mark"),
            Keyword.shortValue("tos", "dsfield"),
            Keyword.unmodelled("iif"),
            Keyword.unmodelled("uid"),
            Keyword.unmodelled("fibmatch"),
            Keyword.unmodelled("ipproto"),
            Keyword.unmodelled("sport"),
            Keyword.unmodelled("dport"),
            Keyword.unmodelled("vrf"));

    /** What else the packet has. */
    record With(Optional<String> device, int mark, int tos) {}

    static Parsed<IpCommand> read(Call call, Problems problems) {
        Values values = call.values(problems);
        Arguments arguments = Arguments.read(GRAMMAR, call.rest(), problems);
        Optional<IpAddress> to = problems.needed(
                        arguments.valueOrBare("to"), "ip route get: the destination is missing")
                .flatMap(values::address);
        Optional<IpAddress> from = arguments.value("from").flatMap(values::address);
        int mark = arguments
                .value("mark")
                .map(w -> (int) values.longNumber(w, 0, 0xffff_ffffL).orElse(0))
                .orElse(0);
        int tos = values.number(arguments.value("tos"), 0, 255).orElse(0);
        With with = new With(arguments.value("oif").flatMap(values::device), mark, tos);
        return problems.unless(() -> new IpCommand.Show(new RouteGet(call.namespace(), to.orElseThrow(), from, with)));
    }

    @Override
    public Outcome<String> answer(Network network) {
        Optional<Namespace> host = network.find(namespace);
        if (host.isEmpty()) {
            return LocalEdit.noNamespace(network, namespace);
        }
        boolean known = with.device().isEmpty()
                || with.device().flatMap(host.get()::link).isPresent();
        return known
                ? look(host.get())
                : Outcome.refused("Cannot find device \"" + with.device().get() + "\"");
    }

    private Outcome<String> look(Namespace host) {
        boolean stranger =
                from.filter(f -> host.fib().localType(f) != RouteType.LOCAL).isPresent();
        if (stranger) {
            return answer(FibResult.Failure.NETWORK_UNREACHABLE);
        }
        IpAddress source = from.orElse(IpAddress.any(destination.family()));
        int out = with.device().flatMap(host::link).map(Link::index).orElse(0);
        FlowKey key = new FlowKey(destination, source, with.tos(), with.mark(), Namespace.LOOPBACK_INDEX, out);
        FibResult result = FibLookup.lookup(host, key);
        if (result.failure().isPresent() && out != 0 && result.route().isEmpty()) {
            return Outcome.done(text(host, direct(out)));
        }
        return result.failure().isPresent()
                ? answer(result.failure().get())
                : Outcome.done(text(host, result.route().orElseThrow()));
    }

    /** {@code ip_route_output_key_hash_rcu}: who names a device finds the destination behind it. */
    private Route direct(int out) {
        return Route.to(nfstep.packet.Prefix.host(destination), Route.Hop.dev(out));
    }

    private static Outcome<String> answer(FibResult.Failure failure) {
        return Outcome.refused("RTNETLINK answers: " + failure.words());
    }

    private String text(Namespace host, Route route) {
        return destination.family() == IpFamily.IPV4 ? ipv4(host, route) : ipv6(host, route);
    }

    private String ipv4(Namespace host, Route route) {
        StringBuilder out = new StringBuilder(type(route)).append(destination).append(' ');
        from.ifPresent(f -> out.append("from ").append(f).append(' '));
        if (route.tos() != 0) {
            out.append(String.format("tos 0x%02x ", route.tos()));
        }
        route.gateway().ifPresent(g -> out.append("via ").append(g).append(' '));
        out.append("dev ").append(device(host, route)).append(' ');
        if (route.table() != Route.MAIN_TABLE && host.fib().customRules()) {
            out.append("table ").append(RouteNames.table(route.table())).append(' ');
        }
        source(host, route).ifPresent(s -> out.append("src ").append(s).append(' '));
        if (with.mark() != 0) {
            out.append("mark ").append(mark()).append(' ');
        }
        return out.append("uid 0 \n    cache ")
                .append(flags(route))
                .append(mtu(route))
                .append('\n')
                .toString();
    }

    private String ipv6(Namespace host, Route route) {
        StringBuilder out = new StringBuilder(type(route)).append(destination);
        out.append(" from ").append(from.map(IpAddress::toString).orElse("::")).append(' ');
        route.gateway().ifPresent(g -> out.append("via ").append(g).append(' '));
        out.append("dev ").append(device(host, route)).append(' ');
        if (route.table() != Route.MAIN_TABLE) {
            out.append("table ").append(RouteNames.table(route.table())).append(' ');
        }
        if (!route.origin().equals(Route.BOOT)) {
            out.append("proto ").append(route.origin()).append(' ');
        }
        AddressChoice.sourceFor(host, route, destination)
                .ifPresent(s -> out.append("src ").append(s).append(' '));
        return out.append("metric ")
                .append(route.metric())
                .append(' ')
                .append(mtu(route))
                .append("pref medium\n")
                .toString();
    }

    /** iproute2 prints small marks in decimal. */
    private String mark() {
        boolean small = with.mark() >= 0 && with.mark() < 16;
        return small ? Integer.toString(with.mark()) : RuleText.mark(with.mark(), -1);
    }

    private static String type(Route route) {
        return route.type() == RouteType.UNICAST ? "" : route.type().word() + " ";
    }

    private static String device(Namespace host, Route route) {
        OptionalInt index = route.type() == RouteType.LOCAL ? OptionalInt.of(Namespace.LOOPBACK_INDEX) : route.link();
        return host.link(index.orElseThrow()).map(Link::name).orElse("?");
    }

    private Optional<IpAddress> source(Namespace host, Route route) {
        return from.isPresent() ? Optional.empty() : AddressChoice.sourceFor(host, route, destination);
    }

    private static String flags(Route route) {
        return switch (route.type()) {
            case LOCAL -> "<local> ";
            case BROADCAST -> "<local,brd> ";
            case MULTICAST -> "<mc> ";
            default -> "";
        };
    }

    private static String mtu(Route route) {
        return route.mtu().isPresent() ? "mtu " + route.mtu().getAsInt() + " " : "";
    }
}
