package nfstep.parse.ip;

import java.util.List;
import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.edit.LocalEdit;
import nfstep.source.Outcome;

/** {@code ip link show}: as iproute2, {@code print_linkinfo}. */
record LinkListing(String namespace, Filter filter, Shape shape) implements IpCommand.NetworkQuery {
    /** Which devices are shown. */
    record Filter(Optional<String> device, Optional<String> master, Optional<LinkKind> kind, boolean up) {
        /** The devices that are meant, or that the one that is named is not there. */
        Outcome<List<Link>> of(Namespace host) {
            Optional<String> missing =
                    device.or(() -> master).filter(d -> host.link(d).isEmpty());
            if (missing.isPresent()) {
                return Outcome.refused("Device \"" + missing.get() + "\" does not exist.");
            }
            return Outcome.done(host.links().values().stream()
                    .filter(link -> isMeant(host, link))
                    .toList());
        }

        private boolean isMeant(Namespace host, Link link) {
            return device.filter(d -> !d.equals(link.name())).isEmpty()
                    && kind.filter(k -> k != link.kind()).isEmpty()
                    && (link.up() || !up)
                    && master.flatMap(host::link)
                            .filter(m -> !link.isPortOf(m.index()))
                            .isEmpty();
        }
    }

    @Override
    public Outcome<String> answer(Network network) {
        return network.find(namespace)
                .map(host -> filter.of(host).then(links -> Outcome.done(text(network, host, links))))
                .orElseGet(() -> LocalEdit.noNamespace(network, namespace));
    }

    private String text(Network network, Namespace host, List<Link> links) {
        StringBuilder out = new StringBuilder();
        for (Link link : links) {
            LinkText line = new LinkText(network, host, link);
            out.append(
                    shape == Shape.BRIEF
                            ? line.brief() + link.mac() + " " + line.flags() + " \n"
                            : shape.of(line.header("mode DEFAULT group default ") + line.address()));
        }
        return out.toString();
    }
}
