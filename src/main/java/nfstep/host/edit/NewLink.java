package nfstep.host.edit;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.Link;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.packet.MacAddress;
import nfstep.source.Outcome;

/**
 * A device that is to be made.
 *
 * @param mac its link-layer address; the next number if none is given
 * @param mtu in bytes; that of Ethernet if none is given
 */
public record NewLink(String name, Optional<MacAddress> mac, OptionalInt mtu) {
    public NewLink {
        if (!Link.isName(name)) {
            throw new IllegalArgumentException("not a device name: " + name);
        }
    }

    /** A device without wishes. */
    public static NewLink named(String name) {
        return new NewLink(name, Optional.empty(), OptionalInt.empty());
    }

    /** The network with this device as the last of that namespace, down; or why it cannot be. */
    Outcome<Network> addTo(Network network, String namespace, LinkKind kind) {
        Namespace host = network.namespace(namespace);
        if (host.link(name).isPresent()) {
            return Answer.exists();
        }
        Optional<String> flaw = mac.flatMap(LinkSetting.Address::flaw).or(() -> mtuFlaw(kind));
        if (flaw.isPresent()) {
            return Outcome.refused(flaw.get());
        }
        Link link = Link.fresh(host.nextIndex(), name, kind, mac.orElse(network.nextMac()));
        Link sized = link.withMtu(mtu.orElse(link.mtu()));
        boolean own = kind == LinkKind.BRIDGE && mac.isPresent();
        Link made = own ? sized.withBridge(sized.bridge().withOwnMac()) : sized;
        Network numbered = mac.isPresent() ? network : network.withMacGiven();
        return Outcome.done(numbered.with(host.plus(made)));
    }

    private Optional<String> mtuFlaw(LinkKind kind) {
        return mtu.isPresent() ? LinkSetting.Mtu.flaw(mtu.getAsInt(), kind) : Optional.empty();
    }
}
