package nfstep.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.event.PathEvent;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.Namespace;
import nfstep.host.NeighbourKey;
import nfstep.host.Network;
import nfstep.host.RouteType;
import nfstep.host.Segment;
import nfstep.packet.IpAddress;
import nfstep.packet.MacAddress;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.state.DrawKind;
import nfstep.state.LinkLayer.Neighbour;

/**
 * Who has an address on the link of a device: {@code net/ipv4/arp.c}, {@code net/core/neighbour.c}. The frames of ARP are
 * not shown; bridges on their way learn from them.
 */
record Neighbours(Run run, LinkEnd end) {
    private static final long SECOND = 1_000_000_000L;
    /** {@code delay_first_probe_time}: so long after it was used, a neighbour that is stale is asked. */
    private static final long DELAY_NANOS = 5 * SECOND;

    /**
     * What became of the search for a neighbour.
     *
     * @param mac its link-layer address; empty if nobody answers
     * @param silence why nobody does, in words
     * @param refused whether the neighbour is there, but does not answer
     */
    record Answer(Optional<MacAddress> mac, String silence, boolean refused) {
        static Answer of(MacAddress mac) {
            return new Answer(Optional.of(mac), "", false);
        }
    }

    /** The link-layer address of a neighbour for a packet. */
    Answer find(Skb skb, IpAddress address) {
        Optional<MacAddress> configured = host().neighbour(end.index(), address);
        if (configured.isPresent()) {
            return Answer.of(configured.get());
        }
        Optional<Neighbour> known = run.world().links(end.namespace()).neighbour(key(address));
        if (known.isEmpty()) {
            return ask(skb, address);
        }
        if (isStale(known.get())) {
            run.after(DELAY_NANOS, () -> probe(skb, address));
        }
        return Answer.of(known.get().mac());
    }

    private Namespace host() {
        return run.world().network().namespace(end.namespace());
    }

    private NeighbourKey key(IpAddress address) {
        return new NeighbourKey(end.index(), address);
    }

    private boolean isStale(Neighbour neighbour) {
        return neighbour.isStale(run.world().now());
    }

    private void probe(Skb skb, IpAddress address) {
        boolean stale = run.world()
                .links(end.namespace())
                .neighbour(key(address))
                .filter(this::isStale)
                .isPresent();
        if (stale
                && run.world().network().link(end).isPresent()
                && ask(skb, address).mac().isEmpty()) {
            String what = name() + " hears nothing of " + address + " any more";
            note(skb, what, List.of(new Change.NeighbourLost(end.namespace(), key(address))));
        }
    }

    private Answer ask(Skb skb, IpAddress address) {
        Network network = run.world().network();
        List<Segment.Reached> reached = new Segment(network).from(end);
        Optional<Segment.Reached> owner = owner(network, reached, address);
        Optional<String> refusal = owner.flatMap(o ->
                ArpQuestion.of(run.world(), end, skb.packet().source(), address).refusal(o));
        if (owner.isPresent() && refusal.isEmpty()) {
            answered(skb, address, owner.get(), heard(reached));
            return Answer.of(owner.get().link().mac());
        }
        List<Change> heard = heard(reached);
        if (!heard.isEmpty()) {
            note(skb, name() + " asks who has " + address, heard);
        }
        String silence = refusal.orElse("nobody on " + name() + " answers for " + address);
        return new Answer(Optional.empty(), silence, refusal.isPresent());
    }

    /** The device whose namespace has an address, and answers for it. */
    static Optional<Segment.Reached> owner(Network network, List<Segment.Reached> reached, IpAddress address) {
        return reached.stream()
                .filter(r -> network.namespace(r.end().namespace()).fib().localType(address) == RouteType.LOCAL)
                .findFirst();
    }

    /** The bridges that see the question. */
    private List<Change> heard(List<Segment.Reached> asked) {
        List<Change> changes = new ArrayList<>();
        MacAddress own = network(end).mac();
        for (Segment.Reached each : asked) {
            each.way().forEach(crossing -> seen(crossing, crossing.in(), own, changes));
        }
        return changes;
    }

    private void answered(Skb skb, IpAddress address, Segment.Reached owner, List<Change> heard) {
        long now = run.world().now();
        MacAddress mac = owner.link().mac();
        List<Change> changes = new ArrayList<>();
        Neighbour found = new Neighbour(mac, now, believed(skb));
        changes.add(new Change.NeighbourFound(end.namespace(), key(address), found));
        changes.addAll(heard);
        owner.way().forEach(crossing -> seen(crossing, crossing.out(), mac, changes));
        note(skb, name() + " asks who has " + address + ": " + mac + " answers", changes);
    }

    /** {@code neigh_rand_reach_time}: a kernel draws for all neighbours of a device, and anew every five minutes. */
    private long believed(Skb skb) {
        OptionalLong seconds = Draws.of(run, Run.at(end.namespace(), skb)).chosen(DrawKind.REACHABLE);
        return seconds.isPresent() ? seconds.getAsLong() * SECOND : Neighbour.REACHABLE_NANOS;
    }

    private Link network(LinkEnd at) {
        return run.world().network().link(at).orElseThrow();
    }

    private void seen(Segment.Crossing crossing, OptionalInt port, MacAddress mac, List<Change> changes) {
        LinkEnd bridge = crossing.bridge();
        boolean learns = network(bridge).bridge().ageing() > 0;
        if (port.isPresent() && learns) {
            long now = run.world().now();
            Change seen = new Change.StationSeen(bridge.namespace(), bridge.index(), mac, port.getAsInt(), now);
            if (!changes.contains(seen)) {
                changes.add(seen);
            }
        }
    }

    private String name() {
        return network(end).name();
    }

    private void note(Skb skb, String what, List<Change> changes) {
        run.emit(new PathEvent.Noted(Run.at(end.namespace(), skb), what, changes));
    }
}
