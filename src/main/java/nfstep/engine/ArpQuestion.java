package nfstep.engine;

import java.util.Optional;
import nfstep.host.AddressChoice;
import nfstep.host.FibLookup;
import nfstep.host.FlowKey;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.host.RouteType;
import nfstep.host.Segment;
import nfstep.packet.IpAddress;
import nfstep.packet.Packets;
import nfstep.rules.Device;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;
import nfstep.state.World;

/**
 * A question of ARP, and who refuses to answer it: {@code net/ipv4/arp.c}, {@code arp_process}.
 *
 * @param asker the address that is asked from; unspecified if the asker has none
 */
record ArpQuestion(World world, LinkEnd from, IpAddress asker, IpAddress target) {
    private static final int NO_PROTOCOL = 0;

    /** {@code arp_solicit}: from the address of the packet that waits, if it is one of the asker's own. */
    static ArpQuestion of(World world, LinkEnd from, IpAddress source, IpAddress target) {
        Namespace host = world.network().namespace(from.namespace());
        IpAddress asker = host.fib().localType(source) == RouteType.LOCAL
                ? source
                : AddressChoice.sourceTowards(host, from.index(), target).orElse(IpAddress.any(target.family()));
        return new ArpQuestion(world, from, asker, target);
    }

    /**
     * Why the owner of the address does not answer: as a packet from the asker, the question would not be taken in. The
     * owner does not need to be asked by whom it asked itself: it told its own address with that.
     */
    Optional<String> refusal(Segment.Reached owner) {
        Network network = world.network();
        Namespace host = network.namespace(owner.end().namespace());
        if (asker.isUnspecified() || hasAsked(owner.end())) {
            return Optional.empty();
        }
        Skb question = question(new Device(owner.link().index(), owner.link().name()));
        return refusal(host, question).map(why -> host.name() + " does not answer for " + target + ": " + why);
    }

    private boolean hasAsked(LinkEnd owner) {
        return world.links(owner.namespace())
                .neighbour(new NeighbourKey(owner.index(), asker))
                .isPresent();
    }

    /** The route look-up of ARP goes by the addresses alone. */
    private Skb question(Device in) {
        return Skb.sent(0, Packets.raw(asker, target, NO_PROTOCOL).build())
                .arriving(in, Optional.empty(), PacketType.HOST);
    }

    private Optional<String> refusal(Namespace host, Skb question) {
        Device in = question.in().orElseThrow();
        if ((asker.isLoopback() || target.isLoopback()) && Settings.conf(host, in, "route_localnet") == 0) {
            return Optional.of((asker.isLoopback() ? asker : target) + " is a loopback address (net.ipv4.conf."
                    + in.name() + ".route_localnet = 0)");
        }
        RouteType type = FibLookup.lookup(host, new FlowKey(target, asker, 0, 0, in.index(), 0))
                .route()
                .map(r -> r.type())
                .orElse(RouteType.UNREACHABLE);
        if (type != RouteType.LOCAL) {
            return Optional.of("its routes do not lead to " + target);
        }
        return SourceCheck.of(host, question).check(0) instanceof SourceCheck.Refused refused
                ? Optional.of(refused.reason()
                        + refused.setting().map(s -> " (" + s + ")").orElse(""))
                : Optional.empty();
    }
}
