package nfstep.host.edit;

import nfstep.host.Link;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.source.Outcome;

/**
 * {@code ip link add link PARENT name NAME type vlan id ID}, ip-link(8).
 *
 * @param parent the device below
 * @param id the tag, 0 to 4094
 */
public record AddVlan(String namespace, NewLink link, String parent, int id) implements LocalEdit {
    public AddVlan {
        if (id < 0 || id > 4094) {
            throw new IllegalArgumentException("vlan id out of range 0-4094: " + id);
        }
    }

    @Override
    public Outcome<Network> applyTo(Network network, Namespace host) {
        return Answer.device(host, parent).then(below -> above(network, host, below));
    }

    private Outcome<Network> above(Network network, Namespace host, Link below) {
        Link.Vlan vlan = new Link.Vlan(below.index(), id);
        if (!below.kind().isEthernet()) {
            return Answer.errno("Operation not supported");
        }
        boolean taken = host.links().values().stream()
                .anyMatch(l -> l.vlan().filter(vlan::equals).isPresent());
        if (taken) {
            return Answer.exists();
        }
        return link.addTo(network, namespace, LinkKind.VLAN).then(made -> Outcome.done(on(made, below, vlan)));
    }

    /** A vlan has the address and the MTU of the device below unless others are given. */
    private Network on(Network made, Link below, Link.Vlan vlan) {
        Namespace host = made.namespace(namespace);
        Link fresh = host.link(link.name()).orElseThrow();
        Link set = fresh.withVlan(vlan)
                .withMac(link.mac().orElse(below.mac()))
                .withMtu(link.mtu().orElse(below.mtu()));
        return Carriers.settled(made, made.with(host.with(set)));
    }
}
