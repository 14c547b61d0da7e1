package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import nfstep.host.FibLookup;
import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.RouteType;
import nfstep.host.Scope;
import nfstep.host.edit.LocalEdit;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;

/** {@code ip address show}: as iproute2, {@code print_addrinfo}. */
record AddressListing(
        String namespace, Optional<IpFamily> family, LinkListing.Filter filter, Optional<Scope> scope, Shape shape)
        implements IpCommand.NetworkQuery {
    @Override
    public Outcome<String> answer(Network network) {
        return network.find(namespace)
                .map(host -> filter.of(host).then(links -> Outcome.done(text(network, host, links))))
                .orElseGet(() -> LocalEdit.noNamespace(network, namespace));
    }

    private String text(Network network, Namespace host, List<Link> links) {
        StringBuilder out = new StringBuilder();
        for (Link link : links) {
            List<InterfaceAddress> addresses = addresses(host, link);
            if (addresses.isEmpty() && (family.isPresent() || scope.isPresent())) {
                continue;
            }
            out.append(record(new LinkText(network, host, link), addresses));
        }
        return out.toString();
    }

    private String record(LinkText text, List<InterfaceAddress> addresses) {
        StringBuilder out = new StringBuilder();
        Link link = text.link();
        switch (shape) {
            case LINES -> {
                out.append(header(text));
                addresses.forEach(a -> out.append(line(text.host(), link, a)));
            }
            case ONE_LINE ->
                addresses.forEach(a ->
                        out.append(link.index() + ": " + link.name()).append(shape.of(line(text.host(), link, a))));
            case BRIEF -> {
                out.append(text.brief());
                addresses.forEach(a -> out.append(written(a)).append(' '));
                out.append('\n');
            }
        }
        return out.toString();
    }

    /** IPv4 addresses come first. */
    private List<InterfaceAddress> addresses(Namespace host, Link link) {
        return host.addressesOf(link.index()).stream()
                .filter(a -> family.filter(f -> f != a.address().family()).isEmpty())
                .filter(a -> scope.filter(s -> s != a.scope()).isEmpty())
                .sorted((a, b) -> a.address().family().compareTo(b.address().family()))
                .toList();
    }

    private String header(LinkText link) {
        if (family.isEmpty()) {
            return link.header("group default ") + link.address();
        }
        boolean brief = family.get() == IpFamily.IPV6 && filter.device().isEmpty();
        return brief ? link.shortHeader() : link.header("group default ");
    }

    private static String line(Namespace host, Link link, InterfaceAddress address) {
        String broadcast = address.broadcast().map(b -> " brd " + b).orElse("");
        boolean six = address.address().family() == IpFamily.IPV6;
        return "    inet" + (six ? "6 " : " ") + written(address) + broadcast + " scope "
                + address.scope().word() + " " + flags(host, address)
                + (six ? "" : address.manner().label().orElse(link.name()))
                + "\n       valid_lft forever preferred_lft forever\n";
    }

    /** iproute2, {@code format_host} of {@code IFA_LOCAL} and {@code IFA_ADDRESS}. */
    private static String written(InterfaceAddress address) {
        return address.address()
                + address.manner().peer().map(p -> " peer " + p).orElse("") + "/" + address.length();
    }

    private static String flags(Namespace host, InterfaceAddress address) {
        return (address.secondary() ? "secondary " : "")
                + (address.address().family() == IpFamily.IPV6 ? tentative(host, address) : "")
                + (address.manner().unrouted() ? "noprefixroute " : "");
    }

    /** An address is in use once the local table has it. */
    private static String tentative(Namespace host, InterfaceAddress address) {
        RouteType type = FibLookup.localTypeOn(host.fib(), address.address(), address.link());
        return type == RouteType.LOCAL ? "" : "tentative ";
    }
}
