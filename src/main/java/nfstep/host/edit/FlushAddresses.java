package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.InterfaceAddress;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.host.Scope;
import nfstep.packet.IpFamily;
import nfstep.source.Outcome;

/** {@code ip addr flush dev NAME}, ip-address(8): all addresses of a device, or those of one family or scope. */
public record FlushAddresses(String namespace, String device, Optional<IpFamily> family, Optional<Scope> scope)
        implements LocalEdit {
    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return host.link(device)
                .map(link -> Outcome.done(network.with(flushed(host, link))))
                .orElseGet(() -> Outcome.refused(
                        "Device \"" + device + "\" does not exist." + Answer.suggestion(device, host.linkNames())));
    }

    private Namespace flushed(Namespace host, Link link) {
        Namespace rest = host;
        for (InterfaceAddress address : host.addressesOf(link.index())) {
            boolean there =
                    rest.addresses().contains(address) || rest.addresses().contains(address.asSecondary(false));
            if (there && isMeant(address)) {
                rest = DeleteAddress.without(rest, current(rest, address));
            }
        }
        return rest;
    }

    /** A secondary address may have become a primary one meanwhile. */
    private static InterfaceAddress current(Namespace host, InterfaceAddress address) {
        return host.addresses().contains(address) ? address : address.asSecondary(false);
    }

    private boolean isMeant(InterfaceAddress address) {
        return family.filter(f -> f != address.address().family()).isEmpty()
                && scope.filter(s -> s != address.scope()).isEmpty();
    }
}
