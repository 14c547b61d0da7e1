package nfstep.state;

import java.util.Optional;
import nfstep.host.Network;
import nfstep.rules.Backend;
import nfstep.rules.Clock;
import nfstep.rules.Surroundings;
import org.pcollections.TreePMap;

/**
 * Everything that a walk can change: networks, netfilter's state in each namespace, what is known of links, numbers given
 * out, virtual time, draws that a lab chose.
 * What carries out the rules of iptables never changes. Immutable; the only way to a new one is {@link Change#applyTo}.
 */
public record World(
        Network network,
        TreePMap<String, Netfilter> netfilter,
        TreePMap<String, Sockets> sockets,
        TreePMap<String, LinkLayer> links,
        Ids ids,
        Clock clock,
        ChosenDraws draws,
        Backend backend) {
    /** One machine with a bare namespace {@code host}, at time 0. */
    public static World initial() {
        return initial(Backend.LEGACY);
    }

    /** The same whose iptables is that one. */
    public static World initial(Backend backend) {
        return new World(
                Network.bare(),
                TreePMap.empty(),
                TreePMap.empty(),
                TreePMap.empty(),
                Ids.FIRST,
                Clock.START,
                ChosenDraws.NONE,
                backend);
    }

    /** Netfilter's state in a namespace. */
    public Netfilter netfilter(String namespace) {
        return Optional.ofNullable(netfilter.get(namespace)).orElseGet(Netfilter::initial);
    }

    /** The sockets that talk in a namespace. */
    public Sockets sockets(String namespace) {
        return Optional.ofNullable(sockets.get(namespace)).orElseGet(Sockets::none);
    }

    /** What a namespace learned of its links. */
    public LinkLayer links(String namespace) {
        return Optional.ofNullable(links.get(namespace)).orElse(LinkLayer.EMPTY);
    }

    /** What there is around a packet in a namespace. */
    public Surroundings surroundings(String namespace) {
        return new Surroundings(
                network.namespace(namespace),
                netfilter(namespace).connections(),
                arriving -> sockets(namespace).receiving(arriving).isPresent(),
                clock,
                ids.packet());
    }

    /** Virtual time in nanoseconds since the walk began. */
    public long now() {
        return clock.now();
    }

    /** This world with another network; a namespace that is gone takes its state with it. */
    public World with(Network other) {
        TreePMap<String, Netfilter> filters = netfilter;
        TreePMap<String, Sockets> open = sockets;
        for (String name : netfilter.keySet()) {
            if (other.find(name).isEmpty()) {
                filters = filters.minus(name);
                open = open.minus(name);
            }
        }
        return new World(other, filters, open, LinkLayers.settled(this, other), ids, clock, draws, backend);
    }

    /** This world with another state of netfilter in a namespace. */
    public World with(String namespace, Netfilter state) {
        return new World(network, netfilter.plus(namespace, state), sockets, links, ids, clock, draws, backend);
    }

    /** This world with other sockets in a namespace. */
    public World with(String namespace, Sockets open) {
        return new World(network, netfilter, sockets.plus(namespace, open), links, ids, clock, draws, backend);
    }

    /** This world with other knowledge of the links of a namespace. */
    public World with(String namespace, LinkLayer learned) {
        return new World(network, netfilter, sockets, links.plus(namespace, learned), ids, clock, draws, backend);
    }

    /** This world after more numbers were given out. */
    public World with(Ids other) {
        return new World(network, netfilter, sockets, links, other, clock, draws, backend);
    }

    /** This world with another clock. */
    public World with(Clock other) {
        return new World(network, netfilter, sockets, links, ids, other, draws, backend);
    }

    /** This world with other draws that a lab chose. */
    public World with(ChosenDraws other) {
        return new World(network, netfilter, sockets, links, ids, clock, other, backend);
    }

    /** This world at another virtual time in nanoseconds. */
    public World at(long nanos) {
        return with(clock.at(nanos));
    }
}
