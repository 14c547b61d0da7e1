package nfstep.parse.ip;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.AddressChoice;
import nfstep.host.FibLookup;
import nfstep.host.FibResult;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.host.Route;
import nfstep.host.RouteType;
import nfstep.host.edit.LocalEdit;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;
import nfstep.source.Parsed;
import nfstep.state.LinkLayer;
import nfstep.state.World;

/** {@code ip route get}: where a packet that is sent from here goes. */
record RouteGet(String namespace, IpAddress destination, Optional<IpAddress> from, With with)
        implements IpCommand.Query {
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
    public Outcome<String> answer(World world) {
        Network network = world.network();
        Optional<Namespace> host = network.find(namespace);
        if (host.isEmpty()) {
            return LocalEdit.noNamespace(network, namespace);
        }
        boolean known = with.device().isEmpty()
                || with.device().flatMap(host.get()::link).isPresent();
        return known
                ? look(host.get(), world)
                : Outcome.refused("Cannot find device \"" + with.device().get() + "\"");
    }

    private Outcome<String> look(Namespace host, World world) {
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
            return Outcome.done(text(host, direct(out), world));
        }
        return result.failure().isPresent()
                ? answer(result.failure().get())
                : Outcome.done(text(host, result.route().orElseThrow(), world));
    }

    /** {@code ip_route_output_key_hash_rcu}: who names a device finds the destination behind it. */
    private Route direct(int out) {
        return Route.to(nfstep.packet.Prefix.host(destination), Route.Hop.dev(out));
    }

    private static Outcome<String> answer(FibResult.Failure failure) {
        return Outcome.refused("RTNETLINK answers: " + failure.words());
    }

    private String text(Namespace host, Route route, World world) {
        return destination.family() == IpFamily.IPV4 ? ipv4(host, route, world) : ipv6(host, route);
    }

    private String ipv4(Namespace host, Route route, World world) {
        Optional<LinkLayer.Path> learned = learned(route, world);
        StringBuilder out = new StringBuilder(type(route)).append(destination).append(' ');
        from.ifPresent(f -> out.append("from ").append(f).append(' '));
        if (route.tos() != 0) {
            out.append(String.format("tos 0x%02x ", route.tos()));
        }
        learned.flatMap(LinkLayer.Path::gateway)
                .or(route::gateway)
                .ifPresent(g -> out.append("via ").append(g).append(' '));
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
                .append(learned.map(path -> text(path, world.now())).orElse(""))
                .append(learned.filter(RouteGet::isNarrow).isPresent() ? "" : mtu(route))
                .append('\n')
                .toString();
    }

    private Optional<LinkLayer.Path> learned(Route route, World world) {
        NeighbourKey via =
                new NeighbourKey(route.link().orElse(0), route.gateway().orElse(destination));
        return world.links(namespace).path(destination, world.now()).filter(path -> path.via()
                .equals(via));
    }

    private static boolean isNarrow(LinkLayer.Path path) {
        return path.mtu() < LinkLayer.Path.ANY_LENGTH;
    }

    private static String text(LinkLayer.Path path, long now) {
        String lock = path.locked() ? "lock " : "";
        return (path.gateway().isPresent() ? "<redirected> " : "")
                + "expires " + (path.until() - now) / 1_000_000_000L + "sec "
                + (isNarrow(path) ? "mtu " + lock + path.mtu() + " " : "");
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
