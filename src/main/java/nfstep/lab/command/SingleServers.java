package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import nfstep.event.Event;
import nfstep.host.Listener;
import nfstep.host.edit.RemoveListener;
import nfstep.state.Change;
import nfstep.state.Socket;

/** Programs that take one connection and end with it: {@code nc -l} without {@code -k}. */
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
            boolean talks =
                    session.world().sockets(server.namespace).all().stream().anyMatch(server::owns);
            if (server.busy && !talks) {
                servers.remove(server);
                session.change(new RemoveListener(server.namespace, server.listener));
            }
        }
    }
}
