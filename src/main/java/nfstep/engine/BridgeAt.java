package nfstep.engine;

import java.util.List;
import java.util.Optional;
import nfstep.event.At;
import nfstep.event.BridgeEvent;
import nfstep.event.Event;
import nfstep.event.PathEvent;
import nfstep.host.Link;
import nfstep.host.Namespace;
import nfstep.packet.MacAddress;
import nfstep.rules.Device;
import nfstep.rules.Skb;
import nfstep.state.ForwardingTable;
import nfstep.state.ForwardingTable.Station;

/** A bridge of a namespace in a run: its ports and its forwarding table, {@code net/bridge/br_fdb.c}. */
record BridgeAt(Run run, String namespace, Link link) {
    /** The device of a link. */
    static Device device(Link link) {
        return new Device(link.index(), link.name());
    }

    Device device() {
        return device(link);
    }

    At at(Skb skb) {
        return Run.at(namespace, skb);
    }

    void emit(Event event) {
        run.emit(event);
    }

    void drop(Skb skb, String place, String reason) {
        emit(new PathEvent.Dropped(at(skb), place, reason, Optional.empty()));
    }

    Namespace host() {
        return run.world().network().namespace(namespace);
    }

    /** The ports that forward, the newest first, as a frame to all leaves by them. */
    List<Link> ports() {
        return host().portsOf(link.index()).stream().filter(this::forwards).toList();
    }

    /** {@code BR_STATE_FORWARDING}: without spanning tree, any port that runs. */
    boolean forwards(Link port) {
        return link.up() && port.isRunning();
    }

    /** Whether an address is the bridge's or that of one of its ports ({@code BR_FDB_LOCAL}). */
    boolean owns(MacAddress mac) {
        return link.mac().equals(mac)
                || host().portsOf(link.index()).stream().anyMatch(p -> p.mac().equals(mac));
    }

    /** The port that an address was seen behind. */
    Optional<Link> portOf(MacAddress mac) {
        return table().find(mac, run.world().now(), link.bridge().ageingNanos()).flatMap(s -> host().link(s.port()));
    }

    private ForwardingTable table() {
        return run.world().links(namespace).bridge(link.index());
    }

    /** {@code br_fdb_update}: an address of its own it does not learn, and nothing at all if it forgets at once. */
    void learn(Skb skb, Link port, MacAddress mac) {
        long now = run.world().now();
        Optional<Station> known = table().find(mac, now, link.bridge().ageingNanos());
        boolean needless =
                link.bridge().ageing() == 0 || owns(mac) || known.equals(Optional.of(new Station(port.index(), now)));
        if (!needless) {
            Optional<Device> before = known.flatMap(s -> host().link(s.port())).map(BridgeAt::device);
            emit(new BridgeEvent.Learned(at(skb), device(), device(port), mac, before, now));
        }
    }
}
