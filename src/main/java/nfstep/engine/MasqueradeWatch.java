package nfstep.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nfstep.conntrack.Connection;
import nfstep.event.ConnectionEvent;
import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.packet.IpAddress;

/**
 * What was masqueraded goes with the device or the address that it was masqueraded behind: {@code
 * net/netfilter/nf_nat_masquerade.c}, {@code masq_device_event}, {@code masq_inet_event}.
 */
public final class MasqueradeWatch {
    private record Change(Namespace before, Namespace after) {
        Optional<String> reason(Connection connection) {
            int index = connection.masqueradeLink().orElse(0);
            return device(index).or(() -> address(index, connection.reply().destination()));
        }

        private Optional<String> device(int index) {
            Optional<Link> was = before.link(index).filter(Link::up);
            boolean is = after.link(index).filter(Link::up).isPresent();
            return was.filter(link -> !is)
                    .map(link -> link.name() + ", behind which it is masqueraded, "
                            + (after.link(index).isPresent() ? "goes down" : "is gone"));
        }

        private Optional<String> address(int index, IpAddress masquerade) {
            boolean gone = addresses(before, index).contains(masquerade)
                    && !addresses(after, index).contains(masquerade);
            return gone ? Optional.of("its address " + masquerade + " is removed") : Optional.empty();
        }

        private static Set<IpAddress> addresses(Namespace host, int index) {
            return host.addressesOf(index).stream()
                    .map(InterfaceAddress::address)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private MasqueradeWatch() {}

    /** Destroys the connections that lost their way out since the network was so. */
    public static void follow(Run run, Network before) {
        Network after = run.world().network();
        for (String name : List.copyOf(run.world().netfilter().keySet())) {
            Optional<Namespace> was = before.find(name);
            Optional<Namespace> is = after.find(name);
            if (was.isPresent() && is.isPresent() && !was.get().equals(is.get())) {
                follow(run, name, new Change(was.get(), is.get()));
            }
        }
    }

    private static void follow(Run run, String namespace, Change change) {
        for (Connection c :
                List.copyOf(run.world().netfilter(namespace).connections().all())) {
            if (c.isListed() && c.masqueradeLink().isPresent()) {
                change.reason(c).ifPresent(why -> run.emit(new ConnectionEvent.Orphaned(namespace, c, why)));
            }
        }
    }
}
