package nfstep.lab.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.conntrack.Tuple;
import nfstep.engine.LocalOutput;
import nfstep.engine.RoutingOutput;
import nfstep.engine.endpoint.TcpClient;
import nfstep.event.CommandEvent;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.state.Change;
import nfstep.state.Socket;

/** One run of nc as a client. */
final class NcClient {
    private static final int FIRST_PORT = 32768;
    private static final int PORTS = 28232;
    private static final long SECOND = 1_000_000_000L;

    /**
     * What nc is told to do.
     *
     * @param patience how long it waits for a connection, in nanoseconds
     */
    record Wish(
            IpAddress destination,
            int port,
            Optional<IpAddress> source,
            Optional<Integer> sourcePort,
            long patience,
            Manner manner,
            String data) {
        byte[] bytes() {
            return data.getBytes(StandardCharsets.UTF_8);
        }
    }

    /** Whether it only looks ({@code -z}) and whether it tells ({@code -v}). */
    record Manner(boolean scan, boolean verbose) {}

    private final Session session;
    private final String namespace;
    private final Wish wish;

    NcClient(Session session, String namespace, Wish wish) {
        this.session = session;
        this.namespace = namespace;
        this.wish = wish;
    }

    void tcp() {
        Dialog dialog = new Dialog(session, namespace);
        OptionalInt port = wish.sourcePort().map(OptionalInt::of).orElse(OptionalInt.empty());
        Optional<String> failure = dialog.connect(
                new TcpClient.Wish(wish.destination(), wish.port(), wish.source(), port, "nc"), wish.patience());
        failure.ifPresent(reason -> tell("connect to " + wish.destination() + " port " + wish.port() + " (tcp) failed: "
                + (reason.equals("Connection timed out") ? "Operation now in progress" : reason)));
        if (failure.isEmpty()) {
            tell("Connection to " + wish.destination() + " " + wish.port() + " port [tcp/*] succeeded!");
            talk(dialog);
        }
    }

    private void talk(Dialog dialog) {
        if (!wish.manner().scan() && !wish.data().isEmpty()) {
            dialog.write(wish.bytes());
        }
        dialog.close();
    }

    private void tell(String text) {
        if (wish.manner().verbose()) {
            session.print((text.startsWith("connect") ? "nc: " : "") + text + "\n");
        }
    }

    /** Sends the input as one datagram and waits a second for an answer. */
    void udp() {
        Optional<IpAddress> source =
                wish.source().or(() -> RoutingOutput.source(session.namespace(namespace), wish.destination()));
        if (source.isEmpty()) {
            session.print("nc: connect to " + wish.destination() + " port " + wish.port()
                    + " (udp) failed: Network is unreachable\n");
            return;
        }
        long id = session.world().ids().packet();
        String key = "port/" + namespace + "/" + wish.destination() + "/" + wish.port() + "/" + id;
        int port = wish.sourcePort()
                .orElseGet(() -> FIRST_PORT + session.run().entropy().draw(key, PORTS));
        Tuple arriving = new Tuple(wish.destination(), source.get(), Protocols.UDP, wish.port(), port);
        Socket socket = new Socket(id, arriving, "nc", new Socket.State.Datagrams(0));
        book("nc waits for answers on port " + port, new Change.SocketSet(namespace, socket));
        Packet packet = Packets.udp(source.get(), port, wish.destination(), wish.port())
                .payload(wish.bytes())
                .dontFragment()
                .build();
        session.send(namespace, packet, LocalOutput.Sending.program("nc", 0));
        session.run().pass(Math.min(wish.patience(), SECOND));
        book("nc ends", new Change.SocketRemoved(namespace, id));
    }

    private void book(String what, Change change) {
        session.emit(new CommandEvent.Booked(what, List.of(change)));
    }
}
