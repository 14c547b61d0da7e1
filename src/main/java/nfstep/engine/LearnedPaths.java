package nfstep.engine;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.host.FlowKey;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.state.Change;
import nfstep.state.LinkLayer;
import nfstep.state.World;

/** What a host learns of the ways to destinations: {@code net/ipv4/route.c}, {@code find_exception}. */
public final class LearnedPaths {
    /** {@code mtu_expires}. */
    private static final long LIFETIME_NANOS = 600_000_000_000L;
    /** {@code ip_rt_gc_timeout}. */
    private static final long REDIRECT_NANOS = 300_000_000_000L;
    /** {@code min_pmtu}: what is told to be less is not believed. */
    private static final int LEAST = 552;

    private static final int UNREACHABLE = 3;
    private static final int FRAGMENTATION_NEEDED = 4;

    private LearnedPaths() {}

    /** A way on, by the router and as long as packets may be on it for all that is known. */
    static Decision applied(World world, String namespace, Decision decision, IpAddress destination) {
        boolean forwards = decision.kind() == Decision.Kind.FORWARD;
        if (decision.kind() != Decision.Kind.OUTPUT && !forwards) {
            return decision;
        }
        Namespace host = world.network().namespace(namespace);
        boolean counts = !forwards || Settings.get(host, "net.ipv4.ip_forward_use_pmtu") != 0;
        return path(world, namespace, destination)
                .filter(path -> path.via().equals(via(decision, destination)))
                .map(path -> changed(decision, path, counts))
                .orElse(decision);
    }

    private static Decision changed(Decision decision, LinkLayer.Path path, boolean counts) {
        boolean narrow = counts && path.mtu() < decision.mtu().orElse(Integer.MAX_VALUE);
        return new Decision(
                decision.kind(),
                decision.out(),
                path.gateway().or(decision::nextHop),
                narrow ? OptionalInt.of(path.mtu()) : decision.mtu(),
                decision.route());
    }

    private static NeighbourKey via(Decision decision, IpAddress destination) {
        return new NeighbourKey(
                decision.out().map(Device::index).orElse(0), decision.nextHop().orElse(destination));
    }

    /** Whether the way is so narrow that packets on it may be cut: {@code ip_mtu_locked}. */
    public static boolean mayBeCut(World world, String namespace, IpAddress destination) {
        return path(world, namespace, destination)
                .filter(LinkLayer.Path::locked)
                .isPresent();
    }

    private static Optional<LinkLayer.Path> path(World world, String namespace, IpAddress destination) {
        return world.links(namespace).path(destination, world.now());
    }

    /**
     * What an error that a message of ICMP was too long teaches: {@code icmp_unreach}, {@code icmp_err}, {@code
     * __ip_rt_update_pmtu}. Of TCP and UDP a socket learns it.
     */
    public static Optional<Change.PathFound> told(World world, String namespace, Packet error) {
        Optional<IcmpHeader> header =
                error.icmp().filter(h -> h.type() == UNREACHABLE && h.code() == FRAGMENTATION_NEEDED);
        Optional<Packet> quoted = header.flatMap(h -> error.quoted()).filter(q -> q.protocol() == Protocols.ICMP);
        OptionalInt said = said(world, namespace, header.map(IcmpHeader::rest).orElse(0) & 0xffff);
        return said.isEmpty() ? Optional.empty() : quoted.flatMap(q -> found(world, namespace, q, said.getAsInt()));
    }

    /** {@code ip_no_pmtu_disc}: 1 believes the least, 2 and 3 nothing. */
    private static OptionalInt said(World world, String namespace, int mtu) {
        long mode = Settings.get(world.network().namespace(namespace), "net.ipv4.ip_no_pmtu_disc");
        return mode == 0 ? OptionalInt.of(mtu) : mode == 2 || mode == 3 ? OptionalInt.empty() : OptionalInt.of(0);
    }

    private static Optional<Change.PathFound> found(World world, String namespace, Packet sent, int mtu) {
        Optional<Decision> way = way(world, namespace, sent)
                .filter(d ->
                        applied(world, namespace, d, sent.destination()).mtu().orElse(0) >= mtu);
        if (way.isEmpty()) {
            return Optional.empty();
        }
        int known =
                applied(world, namespace, way.get(), sent.destination()).mtu().orElse(0);
        boolean locked = mtu < LEAST;
        int believed = locked ? Math.min(known, LEAST) : mtu;
        NeighbourKey via = via(way.get(), sent.destination());
        LinkLayer.Path path = new LinkLayer.Path(
                via,
                known(world, namespace, sent, via).flatMap(LinkLayer.Path::gateway),
                believed,
                locked,
                world.now() + LIFETIME_NANOS);
        return Optional.of(new Change.PathFound(namespace, sent.destination(), path));
    }

    /** What a redirect teaches that is believed. */
    static Optional<Change.PathFound> redirected(World world, String namespace, Packet sent, IpAddress gateway) {
        return way(world, namespace, sent).map(way -> {
            NeighbourKey via = via(way, sent.destination());
            Optional<LinkLayer.Path> known = known(world, namespace, sent, via);
            LinkLayer.Path path = new LinkLayer.Path(
                    via,
                    Optional.of(gateway),
                    known.map(LinkLayer.Path::mtu).orElse(LinkLayer.Path.ANY_LENGTH),
                    known.filter(LinkLayer.Path::locked).isPresent(),
                    world.now() + REDIRECT_NANOS);
            return new Change.PathFound(namespace, sent.destination(), path);
        });
    }

    /** What the routing tables are asked for such a packet. */
    static FlowKey key(Packet sent) {
        return FlowKey.sent(sent.destination(), sent.source()).with(sent.tos() & RoutingInput.TOS, 0);
    }

    private static Optional<Decision> way(World world, String namespace, Packet sent) {
        return RoutingOutput.decide(world.network().namespace(namespace), key(sent))
                .filter(d -> d.kind() == Decision.Kind.OUTPUT);
    }

    private static Optional<LinkLayer.Path> known(World world, String namespace, Packet sent, NeighbourKey via) {
        return path(world, namespace, sent.destination())
                .filter(path -> path.via().equals(via));
    }
}
