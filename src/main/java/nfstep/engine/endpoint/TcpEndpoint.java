package nfstep.engine.endpoint;

import java.util.Arrays;
import java.util.Optional;
import nfstep.conntrack.Tuples;
import nfstep.engine.Draws;
import nfstep.engine.LocalOutput;
import nfstep.engine.Rejection;
import nfstep.engine.Settings;
import nfstep.engine.endpoint.Endpoints.Delivery;
import nfstep.host.Namespace;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.TcpFlags;
import nfstep.packet.TcpHeader;
import nfstep.rules.Owner;
import nfstep.state.Change;
import nfstep.state.DrawKind;
import nfstep.state.Socket;
import nfstep.state.Socket.State.Tcp;
import nfstep.state.Socket.TcpPhase;

/** One end of a TCP connection takes a segment: RFC 9293 section 3.10.7, as far as labs need it. */
final class TcpEndpoint {
    private static final int WINDOW = 64240;
    private static final int CONGESTION = 3;

    private final Delivery delivery;
    private final Packet packet;
    private final TcpHeader segment;

    TcpEndpoint(Delivery delivery) {
        this.delivery = delivery;
        this.packet = delivery.packet();
        this.segment = packet.tcp().orElseThrow(() -> new IllegalStateException("no TCP header: " + packet));
    }

    /** Takes the segment to its socket, to a listener, or answers with a RST. */
    void receive() {
        Optional<Socket> socket = delivery.socket();
        if (socket.isPresent() && socket.get().state() instanceof Tcp tcp) {
            delivery.to(socket.get().owner());
            known(socket.get(), tcp);
        } else if (delivery.listener().isPresent()) {
            delivery.to(delivery.listener().get().owner());
            listening(delivery.listener().get().owner());
        } else {
            delivery.to("nobody: TCP port " + packet.destinationPort() + " has no socket");
            reset(Owner.KERNEL);
        }
    }

    private boolean has(int flag) {
        return segment.flags().has(flag);
    }

    /**
     * Never for a segment to everybody. Since Linux 6.13 the answer belongs to the socket that took the segment: {@code
     * tcp_v4_send_reset}, {@code ip_send_unicast_reply}.
     */
    private void reset(Owner owner) {
        if (!has(TcpFlags.RST) && !delivery.isToAll()) {
            Namespace host = delivery.host();
            int ttl = Settings.ttl(host, packet.source());
            Packet rst = Rejection.resetFor(packet, segment, ttl).withTos(packet.tos() & ~CONGESTION);
            LocalOutput.Sending how = LocalOutput.Sending.answer("the stack (RST)", delivery.skb())
                    .marked(Settings.replyMark(host, delivery.skb()))
                    .with(LocalOutput.SourceFrom.SUMMED);
            LocalOutput.answer(
                    delivery.run(), delivery.namespace(), rst, how.from(owner).keepingId());
        }
    }

    /** {@code tcp_v4_conn_request}: a SYN to everybody gets no answer. */
    private void listening(String owner) {
        if (has(TcpFlags.RST) || delivery.isToAll()) {
            return;
        }
        if (has(TcpFlags.ACK) || !has(TcpFlags.SYN)) {
            reset(Owner.ROOT);
            return;
        }
        int isn = initial();
        Socket socket = new Socket(
                delivery.run().world().ids().packet(),
                Tuples.of(packet).orElseThrow(),
                owner,
                new Tcp(
                        TcpPhase.SYN_RECEIVED,
                        isn + 1,
                        isn,
                        segment.sequence() + 1,
                        SegmentOptions.offersTimestamps(segment)));
        set(socket, "a connection is being opened");
        send(socket, TcpFlags.SYN | TcpFlags.ACK, isn, new byte[0]);
    }

    /** The same connection gets the same first sequence number in every run. */
    private int initial() {
        return initial(Draws.of(delivery.run(), delivery.at()), packet.toString());
    }

    static int initial(Draws draws, String connection) {
        return (int) draws.draw(DrawKind.ISN, "isn/" + draws.namespace() + "/" + connection);
    }

    private void known(Socket socket, Tcp tcp) {
        if (has(TcpFlags.RST)) {
            delivery.change(
                    socket.owner() + ": connection reset", new Change.SocketRemoved(delivery.namespace(), socket.id()));
        } else if (tcp.phase() == TcpPhase.SYN_SENT) {
            opening(socket, tcp);
        } else if (tcp.phase() == TcpPhase.SYN_RECEIVED && has(TcpFlags.SYN)) {
            send(socket, TcpFlags.SYN | TcpFlags.ACK, tcp.sendNext() - 1, new byte[0]);
        } else if (has(TcpFlags.SYN)) {
            acknowledge(socket);
        } else {
            synchronised(socket, tcp);
        }
    }

    private void opening(Socket socket, Tcp tcp) {
        boolean answers = has(TcpFlags.SYN) && has(TcpFlags.ACK) && segment.acknowledgement() == tcp.sendNext();
        if (!answers) {
            reset(Owner.ROOT);
            return;
        }
        boolean timestamps = tcp.timestamps() && SegmentOptions.offersTimestamps(segment);
        Socket open = socket.with(new Tcp(
                TcpPhase.ESTABLISHED, tcp.sendNext(), segment.acknowledgement(), segment.sequence() + 1, timestamps));
        set(open, "connected");
        acknowledge(open);
    }

    private void synchronised(Socket socket, Tcp tcp) {
        if (segment.sequence() != tcp.receiveNext()) {
            acknowledge(socket);
            return;
        }
        int length = segment.payloadLength() + (has(TcpFlags.FIN) ? 1 : 0);
        int acknowledged = has(TcpFlags.ACK) ? segment.acknowledgement() : tcp.acknowledged();
        TcpPhase phase = next(tcp, acknowledged == tcp.sendNext());
        if (phase == TcpPhase.LAST_ACK && tcp.phase() == TcpPhase.LAST_ACK && acknowledged == tcp.sendNext()) {
            delivery.change(
                    socket.owner() + ": connection closed",
                    new Change.SocketRemoved(delivery.namespace(), socket.id()));
            return;
        }
        Socket after = socket.with(tcp.in(phase).received(acknowledged, length));
        if (!after.equals(socket)) {
            set(after, phase == tcp.phase() ? "takes the segment" : tcp.phase() + " > " + phase);
        }
        if (length > 0) {
            acknowledge(after);
            TcpClient.react(delivery.run(), delivery.namespace(), after, payload());
        }
    }

    private byte[] payload() {
        byte[] bytes = packet.bytes();
        return Arrays.copyOfRange(bytes, bytes.length - segment.payloadLength(), bytes.length);
    }

    private TcpPhase next(Tcp tcp, boolean allAcknowledged) {
        boolean fin = has(TcpFlags.FIN);
        return switch (tcp.phase()) {
            case SYN_RECEIVED, ESTABLISHED -> fin ? TcpPhase.CLOSE_WAIT : TcpPhase.ESTABLISHED;
            case FIN_WAIT_1 -> fin ? TcpPhase.TIME_WAIT : allAcknowledged ? TcpPhase.FIN_WAIT_2 : TcpPhase.FIN_WAIT_1;
            case FIN_WAIT_2 -> fin ? TcpPhase.TIME_WAIT : TcpPhase.FIN_WAIT_2;
            default -> tcp.phase();
        };
    }

    private void set(Socket socket, String what) {
        delivery.change(socket.owner() + ": " + what, new Change.SocketSet(delivery.namespace(), socket));
    }

    private void acknowledge(Socket socket) {
        Tcp tcp = (Tcp) socket.state();
        send(socket, TcpFlags.ACK, tcp.sendNext(), new byte[0]);
    }

    private void send(Socket socket, int flags, int sequence, byte[] data) {
        Tcp tcp = (Tcp) socket.state();
        Packet answer = Packets.tcp(
                        packet.destination(), packet.destinationPort(), packet.source(), packet.sourcePort())
                .flags(flags)
                .seq(Integer.toUnsignedLong(sequence))
                .ack(Integer.toUnsignedLong(tcp.receiveNext()))
                .window(WINDOW)
                .options(SegmentOptions.of(delivery.host(), socket, (flags & TcpFlags.SYN) != 0))
                .payload(data)
                .ttl(Settings.ttl(delivery.host()))
                .dontFragment()
                .build();
        LocalOutput.Sending how = LocalOutput.Sending.answer(socket.owner(), delivery.skb());
        LocalOutput.answer(delivery.run(), delivery.namespace(), answer, how.from(owner(tcp.phase())));
    }

    /** What a program closed has no owner, what it has not accepted is the listener's: {@code sk_to_full_sk}. */
    private static Owner owner(TcpPhase phase) {
        return switch (phase) {
            case FIN_WAIT_1, FIN_WAIT_2, CLOSING, LAST_ACK, TIME_WAIT -> Owner.NOBODY;
            case SYN_RECEIVED -> Owner.LISTENER;
            default -> Owner.ROOT;
        };
    }
}
