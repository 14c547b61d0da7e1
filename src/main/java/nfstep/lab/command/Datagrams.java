package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Tuples;
import nfstep.engine.LearnedPaths;
import nfstep.engine.LocalPorts;
import nfstep.engine.Settings;
import nfstep.event.CommandEvent;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.state.Socket;

/** A UDP socket of a program, connected to a port: udp(7). */
final class Datagrams {
    private final Session session;
    private final String namespace;
    private final Way way;
    private final int port;
    private final long id;
    private int begin;
    private String program = "";
    private int sourcePort;

    Datagrams(Session session, String namespace, Way way, int port) {
        this.session = session;
        this.namespace = namespace;
        this.way = way;
        this.port = port;
        this.id = session.world().ids().packet();
    }

    /** From that port, or a free one. */
    void open(String owner, OptionalInt bound) {
        begin = session.recent().size();
        program = owner;
        String key = "port/" + namespace + "/" + way.key().destination() + "/" + port + "/" + id;
        sourcePort = bound.orElseGet(() -> new LocalPorts(session.run(), namespace).draw(arriving(), key));
        Socket socket = new Socket(id, arriving(), owner, new Socket.State.Datagrams(0));
        book(owner + " waits for answers on port " + sourcePort, new Change.SocketSet(namespace, socket));
    }

    private Tuple arriving() {
        return new Tuple(way.key().destination(), way.source(), Protocols.UDP, port, sourcePort);
    }

    /** Sends; whether the system call took it. */
    boolean send(byte[] data) {
        int before = session.recent().size();
        IpAddress to = way.key().destination();
        Packet datagram = Packets.udp(way.source(), sourcePort, to, port)
                .payload(data)
                .ttl(Settings.ttl(session.namespace(namespace), to))
                .build();
        boolean fits = datagram.length() <= way.mtu(session.world(), namespace);
        boolean mayBeCut = LearnedPaths.mayBeCut(session.world(), namespace, to);
        Packet packet = datagram.withDontFragment(fits && !mayBeCut);
        session.send(namespace, packet, way.sending(program));
        return session.recent().sendingError(before).isEmpty();
    }

    /** Whether somebody said that the port is closed or cannot be reached. */
    boolean refused() {
        for (Skb skb : session.recent().delivered(begin, namespace)) {
            Optional<Tuple> quoted = skb.packet()
                    .icmp()
                    .filter(IcmpHeader::isError)
                    .flatMap(i -> skb.packet().quoted())
                    .flatMap(Tuples::of)
                    .flatMap(Tuples::inverse);
            if (quoted.filter(arriving()::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    void close() {
        book(program + " ends", new Change.SocketRemoved(namespace, id));
    }

    private void book(String what, Change change) {
        session.emit(new CommandEvent.Booked(what, List.of(change)));
    }
}
