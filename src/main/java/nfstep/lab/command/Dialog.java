package nfstep.lab.command;

import java.util.Optional;
import nfstep.engine.endpoint.TcpClient;
import nfstep.packet.IcmpHeader;
import nfstep.packet.TcpFlags;
import nfstep.rules.Skb;
import nfstep.state.Socket;

/** A TCP connection that a program of a lab opens and uses. */
final class Dialog {
    private static final long SECOND = 1_000_000_000L;

    /**
     * Seconds between the SYNs, the last until connect(2) fails: {@code tcp_syn_linear_timeouts} 4 and {@code
     * tcp_syn_retries} 6, {@code net/ipv4/tcp_timer.c}, {@code tcp_retransmit_timer}.
     */
    private static final int[] BACK_OFF = {1, 1, 1, 1, 1, 2, 4, 8, 16, 32, 64};

    private final Session session;
    private final String namespace;
    private final TcpClient client;
    private Optional<Socket> socket = Optional.empty();

    Dialog(Session session, String namespace) {
        this.session = session;
        this.namespace = namespace;
        this.client = new TcpClient(session.run(), namespace);
    }

    /** Opens a connection, for at most so many nanoseconds; the answer says why it failed, if it did. */
    Optional<String> connect(TcpClient.Wish wish, long patience) {
        socket = client.connect(wish);
        if (socket.isEmpty()) {
            return Optional.of("Network is unreachable");
        }
        long end = session.world().now() + patience;
        session.run().drain();
        for (int seconds : BACK_OFF) {
            long wait = Math.min(seconds * SECOND, end - session.world().now());
            session.run().passUntil(wait, this::decided);
            if (decided()) {
                return isOpen() ? Optional.empty() : Optional.of(reason());
            }
            if (session.world().now() >= end) {
                break;
            }
            client.sendSyn(socket.get());
            session.run().drain();
        }
        client.abandon(id());
        return Optional.of("Connection timed out");
    }

    private long id() {
        return socket.orElseThrow().id();
    }

    private boolean decided() {
        return client.current(id())
                .filter(s -> phase(s) == Socket.TcpPhase.SYN_SENT)
                .isEmpty();
    }

    private static Socket.TcpPhase phase(Socket socket) {
        return ((Socket.State.Tcp) socket.state()).phase();
    }

    /** Whether the connection stands. */
    boolean isOpen() {
        return client.current(id()).isPresent();
    }

    /** Whether the far end closed, or reset the connection. */
    boolean isClosedThere() {
        return client.current(id())
                .filter(s -> phase(s) != Socket.TcpPhase.CLOSE_WAIT)
                .isEmpty();
    }

    void write(byte[] data) {
        client.write(id(), data);
        session.run().drain();
    }

    void close() {
        client.close(id());
        session.run().drain();
    }

    /** What the far end said why there is no connection. */
    private String reason() {
        String reason = "Connection refused";
        for (Skb skb : session.recent().delivered(0, namespace)) {
            Optional<IcmpHeader> icmp = skb.packet().icmp().filter(IcmpHeader::isError);
            if (icmp.isPresent()) {
                reason = SocketError.of(icmp.get());
            } else if (skb.packet()
                    .tcp()
                    .filter(t -> t.flags().has(TcpFlags.RST))
                    .isPresent()) {
                reason = "Connection refused";
            }
        }
        return reason;
    }
}
