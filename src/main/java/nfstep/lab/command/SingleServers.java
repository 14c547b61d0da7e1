package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Tuples;
import nfstep.event.CommandEvent;
import nfstep.event.Event;
import nfstep.host.Listener;
import nfstep.host.edit.RemoveListener;
import nfstep.packet.Protocols;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.state.Socket;

/**
 * Programs that take one connection: {@code nc -l} without {@code -k} ends with it, {@code nc -lu} without {@code -k}
 * talks with the first who sends, and with nobody else.
 */
final class SingleServers {
    private static final class Server {
        private final String namespace;
        private final Listener listener;
        private boolean busy;

        Server(String namespace, Listener listener) {
            this.namespace = namespace;
            this.listener = listener;
        }

        boolean owns(Socket socket) {
            return socket.owner().equals(listener.owner())
                    && socket.arriving().protocol() == listener.protocol()
                    && socket.arriving().destinationKey() == listener.port();
        }
    }

    private final List<Server> servers = new ArrayList<>();

    void add(String namespace, Listener listener) {
        servers.add(new Server(namespace, listener));
    }

    /** Looks at an event: a connection of a server may begin. */
    void see(Event event) {
        if (servers.isEmpty()) {
            return;
        }
        for (Change change : event.changes()) {
            if (change instanceof Change.SocketSet set) {
                servers.stream()
                        .filter(s -> s.namespace.equals(set.namespace()) && s.owns(set.socket()))
                        .forEach(s -> s.busy = true);
            }
        }
    }

    /** Ends the servers whose connection is over. */
    void settle(Session session) {
        for (Server server : List.copyOf(servers)) {
            if (server.listener.protocol() == Protocols.UDP) {
                first(session, server).ifPresent(tuple -> connect(session, server, tuple));
                continue;
            }
            boolean talks =
                    session.world().sockets(server.namespace).all().stream().anyMatch(server::owns);
            if (server.busy && !talks) {
                servers.remove(server);
                session.change(new RemoveListener(server.namespace, server.listener));
            }
        }
    }

    /** The first datagram that reached a server. */
    private static Optional<Tuple> first(Session session, Server server) {
        Listener listener = server.listener;
        return session.recent().delivered(0, server.namespace).stream()
                .map(Skb::packet)
                .filter(p -> listener.accepts(p.protocol(), p.destination(), p.destinationPort()))
                .findFirst()
                .flatMap(Tuples::of);
    }

    /** {@code netcat.c}: the socket is connected to the sender of the first datagram. */
    private void connect(Session session, Server server, Tuple arriving) {
        servers.remove(server);
        session.change(new RemoveListener(server.namespace, server.listener));
        Socket socket = new Socket(
                session.world().ids().packet(), arriving, server.listener.owner(), new Socket.State.Datagrams(1));
        Change change = new Change.SocketSet(server.namespace, socket);
        String what = server.listener.owner() + " talks only with " + arriving.source() + " port "
                + arriving.sourceKey() + " from now on";
        session.emit(new CommandEvent.Booked(what, List.of(change)));
    }
}
