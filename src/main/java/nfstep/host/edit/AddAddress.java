package nfstep.host.edit;

import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;

/**
 * {@code ip addr add ADDRESS dev NAME}, ip-address(8).
 *
 * @param write ADD, REPLACE or CHANGE; the latter two leave an address alone that is there
 */
public record AddAddress(String namespace, String device, NewAddress address, Write write) implements LocalEdit {
    public AddAddress {
        if (write == Write.APPEND || write == Write.PREPEND) {
            throw new IllegalArgumentException("addresses are not put in order: " + write);
        }
    }

    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Answer.device(host, device)
                .then(link -> isThere(host, link) ? Outcome.done(host) : add(host, link))
                .then(after -> Outcome.done(network.with(after)));
    }

    private boolean isThere(Namespace host, Link link) {
        return write != Write.ADD
                && host.addressesOf(link.index()).stream()
                        .anyMatch(a -> a.address().equals(address.address())
                                && a.prefix().equals(address.on(link.index()).prefix()));
    }

    private Outcome<Namespace> add(Namespace host, Link link) {
        InterfaceAddress wanted = address.on(link.index());
        return address.address().family() == IpFamily.IPV4
                ? Ipv4Addresses.added(host, wanted)
                : Ipv6Addresses.added(host, wanted);
    }
}
