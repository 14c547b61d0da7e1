package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Prefix;
import nfstep.source.Outcome;

/**
 * {@code ip addr del ADDRESS dev NAME}, ip-address(8).
 *
 * @param onLink the prefix on the link; none takes any
 * @param label none takes any
 */
public record DeleteAddress(
        String namespace, String device, IpAddress address, Optional<Prefix> onLink, Optional<String> label)
        implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Answer.device(host, device)
                .then(link -> delete(host, link))
                .then(after -> Outcome.done(network.with(after)));
    }

    private Outcome<Namespace> delete(Namespace host, Link link) {
        Optional<InterfaceAddress> found = host.addressesOf(link.index()).stream()
                .filter(a -> isMeant(a, link))
                .findFirst();
        if (found.isEmpty()) {
            return Answer.error(
                    address.family() == IpFamily.IPV4 ? "ipv4: Address not found." : "ipv6: address not found.");
        }
        return Outcome.done(without(host, found.get()));
    }

    /** {@code inet_rtm_deladdr}. */
    private boolean isMeant(InterfaceAddress found, Link link) {
        return found.address().equals(address)
                && onLink.filter(p -> !p.equals(found.prefix())).isEmpty()
                && label.filter(l -> !l.equals(found.manner().label().orElse(link.name())))
                        .isEmpty();
    }

    static Namespace without(Namespace host, InterfaceAddress address) {
        return address.address().family() == IpFamily.IPV4
                ? Ipv4Addresses.removed(host, address)
                : Ipv6Addresses.removed(host, address);
    }
}
