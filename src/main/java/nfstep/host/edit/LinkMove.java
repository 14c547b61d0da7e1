package nfstep.host.edit;

import java.util.Optional;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.LinkKind;
import nfstep.host.Namespace;
import nfstep.host.Network;
import nfstep.source.Outcome;

/** A device goes to another namespace: {@code net/core/dev.c}, {@code __dev_change_net_namespace}. */
final class LinkMove {
    private LinkMove() {}

    /**
     * The network with the device in that namespace, or why it cannot be.
     *
     * @param other the name that it gets if its own is taken there
     */
    static Outcome<LinkSetting.Placed> of(LinkSetting.Placed before, String target, Optional<String> other) {
        Optional<Namespace> there = before.network().find(target);
        if (there.isEmpty()) {
            return Outcome.refused("Error: argument \"" + target + "\" is wrong: Invalid \"netns\" value");
        }
        if (target.equals(before.at().namespace())) {
            return Outcome.done(before);
        }
        Link link = before.link();
        if (link.kind() == LinkKind.BRIDGE || link.kind() == LinkKind.LOOPBACK) {
            return Answer.error("The interface netns is immutable.");
        }
        if (link.kind() == LinkKind.VLAN) {
            return Outcome.refused("Error: nfstep does not model a vlan in another namespace than the device below");
        }
        boolean taken = there.get().link(link.name()).isPresent();
        String name = taken ? other.orElse(link.name()) : link.name();
        return there.get().link(name).isPresent() ? Answer.exists() : Outcome.done(moved(before, target, name));
    }

    /** It keeps its index if that is free. */
    private static LinkSetting.Placed moved(LinkSetting.Placed before, String target, String name) {
        Link link = before.link();
        Network without = before.network().with(LinkRemoval.detached(before.host(), link));
        Namespace there = without.namespace(target);
        boolean free = there.link(link.index()).isEmpty();
        Link arrived = link.withIndex(free ? link.index() : there.nextIndex())
                .withName(name)
                .withUp(false)
                .withoutPort();
        LinkEnd at = new LinkEnd(target, arrived.index());
        Network with = replugged(without.with(there.plus(arrived)), link, at);
        return new LinkSetting.Placed(Carriers.settled(before.network(), with), at);
    }

    private static Network replugged(Network network, Link link, LinkEnd at) {
        Optional<LinkEnd> peer = link.peer();
        if (peer.flatMap(network::link).isEmpty()) {
            return network;
        }
        Link other = network.link(peer.get()).orElseThrow();
        return network.with(network.namespace(peer.get().namespace()).with(other.withPeer(at)));
    }
}
