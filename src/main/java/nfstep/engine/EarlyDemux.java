package nfstep.engine;

import java.util.Collection;
import nfstep.event.PathEvent;
import nfstep.host.Listener;
import nfstep.host.Namespace;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.packet.UdpHeader;
import nfstep.rules.Device;
import nfstep.rules.Owner;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/**
 * The socket that a datagram to a group is for, which is found before its way is: {@code net/ipv4/udp.c}, {@code
 * udp_v4_early_demux}. From INPUT on, logs name the socket's user. For a single host only a connected socket is found so.
 */
record EarlyDemux(Run run, String namespace) {
    /** The packet with its socket, if there is just one. */
    Skb find(Skb skb) {
        if (!isForGroup(skb) || listeners(skb.packet()) != 1) {
            return skb;
        }
        Skb found = skb.withOwner(Owner.ROOT);
        String why = "the socket that waits for it is found early (net.ipv4.udp_early_demux)";
        run.emit(new PathEvent.Changed(Run.at(namespace, skb), skb, found, why));
        return found;
    }

    private boolean isForGroup(Skb skb) {
        Packet packet = skb.packet();
        Device in = skb.in().orElseThrow();
        return packet.protocol() == Protocols.UDP
                && skb.type() == PacketType.MULTICAST
                && !packet.isFragment()
                && packet.udp().isPresent()
                && host().hasJoined(in.index(), packet.destination())
                && Settings.get(host(), "net.ipv4.udp_early_demux") != 0;
    }

    private Namespace host() {
        return run.world().network().namespace(namespace);
    }

    /** {@code __udp4_lib_mcast_demux_lookup}: of several none is taken. */
    private int listeners(Packet packet) {
        UdpHeader udp = packet.udp().orElseThrow();
        Collection<Listener> all = host().listeners();
        return (int) all.stream()
                .filter(it -> it.accepts(packet.protocol(), packet.destination(), udp.destinationPort()))
                .count();
    }
}
