package nfstep.engine.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.conntrack.Tuple;
import nfstep.engine.Draws;
import nfstep.engine.LocalOutput;
import nfstep.engine.LocalPorts;
import nfstep.engine.RoutingOutput;
import nfstep.engine.Run;
import nfstep.engine.Settings;
import nfstep.event.CommandEvent;
import nfstep.host.FlowKey;
import nfstep.host.Namespace;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.packet.TcpFlags;
import nfstep.rules.Decision;
import nfstep.state.Change;
import nfstep.state.Socket;
import nfstep.state.Socket.State.Tcp;
import nfstep.state.Socket.TcpPhase;

/** The end of a TCP connection that a program opens, sends by and closes. */
public final class TcpClient {
    private static final int WINDOW = 64240;

    private final Run run;
    private final String namespace;

    /** A program of that namespace. */
    public TcpClient(Run run, String namespace) {
        this.run = run;
        this.namespace = namespace;
    }

    private int port(Tuple arriving) {
        String key = "port/" + namespace + "/" + arriving.source() + "/" + arriving.sourceKey() + "/"
                + run.world().ids().packet();
        return new LocalPorts(run, namespace).draw(arriving, key);
    }

    /**
     * A connection that a program wants.
     *
     * @param source none for the address that routing chooses
     * @param sourcePort none for a free one
     */
    public record Wish(
            IpAddress destination,
            int destinationPort,
            Optional<IpAddress> source,
            OptionalInt sourcePort,
            String owner) {
        /** From wherever routing says. */
        public static Wish to(IpAddress destination, int destinationPort, String owner) {
            return new Wish(destination, destinationPort, Optional.empty(), OptionalInt.empty(), owner);
        }
    }

    /**
     * Sends a SYN and opens a socket for the answer; no socket if there is no route, or one to a group or to everybody: {@code
     * tcp_v4_connect}.
     */
    public Optional<Socket> connect(Wish wish) {
        Namespace host = run.world().network().namespace(namespace);
        if (isToMany(host, wish)) {
            return Optional.empty();
        }
        return wish.source()
                .or(() -> RoutingOutput.source(host, wish.destination()))
                .map(source -> connect(wish, source));
    }

    private static boolean isToMany(Namespace host, Wish wish) {
        IpAddress to = wish.destination();
        FlowKey key = FlowKey.sent(to, wish.source().orElse(IpAddress.any(to.family())));
        return RoutingOutput.decide(host, key)
                .map(Decision::kind)
                .filter(k -> k == Decision.Kind.MULTICAST || k == Decision.Kind.BROADCAST)
                .isPresent();
    }

    private Socket connect(Wish wish, IpAddress source) {
        IpAddress destination = wish.destination();
        Tuple any = new Tuple(destination, source, Protocols.TCP, wish.destinationPort(), 0);
        Tuple arriving = any.withDestination(source, wish.sourcePort().orElseGet(() -> port(any)));
        int isn = TcpEndpoint.initial(Draws.of(run, namespace), arriving.toString());
        Socket socket = new Socket(
                run.world().ids().packet(), arriving, wish.owner(), new Tcp(TcpPhase.SYN_SENT, isn + 1, isn, 0, true));
        book(wish.owner() + " opens a connection to " + destination + ":" + wish.destinationPort(), socket);
        sendSyn(socket);
        return socket;
    }

    /** Sends the SYN of a socket, again if it was sent before. */
    public void sendSyn(Socket socket) {
        Tcp tcp = (Tcp) socket.state();
        send(socket, TcpFlags.SYN, tcp.sendNext() - 1, new byte[0]);
    }

    /** Sends data by an open socket. */
    public void write(long id, byte[] data) {
        current(id).ifPresent(socket -> {
            Tcp tcp = (Tcp) socket.state();
            book(socket.owner() + " sends " + data.length + " bytes", socket.with(tcp.sent(data.length)));
            send(socket, TcpFlags.PSH | TcpFlags.ACK, tcp.sendNext(), data);
        });
    }

    /** Gives up a socket: nothing is sent. */
    public void abandon(long id) {
        run.emit(new CommandEvent.Booked("the program gives up", List.of(new Change.SocketRemoved(namespace, id))));
    }

    /** Closes an open socket: a FIN goes out. */
    public void close(long id) {
        current(id).ifPresent(socket -> {
            Tcp tcp = (Tcp) socket.state();
            TcpPhase next = tcp.phase() == TcpPhase.CLOSE_WAIT ? TcpPhase.LAST_ACK : TcpPhase.FIN_WAIT_1;
            if (tcp.phase() == TcpPhase.ESTABLISHED || tcp.phase() == TcpPhase.CLOSE_WAIT) {
                book(socket.owner() + " closes", socket.with(tcp.in(next).sent(1)));
                send(socket, TcpFlags.FIN | TcpFlags.ACK, tcp.sendNext(), new byte[0]);
            }
        });
    }

    /** The socket as it is now; none once it is gone. */
    public Optional<Socket> current(long id) {
        return run.world().sockets(namespace).socket(id);
    }

    /** What a server does with what its socket took: the far end closed, so it closes too. */
    static void react(Run run, String namespace, Socket socket, byte[] received) {
        Tcp tcp = (Tcp) socket.state();
        if (tcp.phase() == TcpPhase.CLOSE_WAIT) {
            new TcpClient(run, namespace).close(socket.id());
        } else if (received.length > 0) {
            Servers.answer(run, namespace, socket, received);
        }
    }

    private void book(String what, Socket socket) {
        run.emit(new CommandEvent.Booked(what, List.of(new Change.SocketSet(namespace, socket))));
    }

    private void send(Socket socket, int flags, int sequence, byte[] data) {
        Tuple t = socket.arriving();
        Tcp tcp = (Tcp) socket.state();
        boolean syn = (flags & TcpFlags.SYN) != 0;
        Namespace host = run.world().network().namespace(namespace);
        Packet packet = Packets.tcp(t.destination(), t.destinationKey(), t.source(), t.sourceKey())
                .flags(flags)
                .seq(Integer.toUnsignedLong(sequence))
                .ack(syn ? 0 : Integer.toUnsignedLong(tcp.receiveNext()))
                .window(WINDOW)
                .payload(data)
                .options(SegmentOptions.of(host, socket, syn))
                .ttl(Settings.ttl(host))
                .dontFragment()
                .build();
        LocalOutput.send(run, namespace, packet, LocalOutput.Sending.program(socket.owner(), 0));
    }
}
