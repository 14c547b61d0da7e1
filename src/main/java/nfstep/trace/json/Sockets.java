package nfstep.trace.json;

import java.util.List;
import nfstep.state.Socket;

/** Codecs of sockets that talk. */
final class Sockets {
    static final Kinds<Socket.State> KINDS = new Kinds<>(List.of(
            Kinds.kind(
                    "datagrams",
                    Socket.State.Datagrams.class,
                    (it, out) -> out.number("received", it.received()),
                    in -> new Socket.State.Datagrams(in.integer("received"))),
            Kinds.kind("tcp", Socket.State.Tcp.class, Sockets::write, Sockets::tcp)));

    static final Codec<Socket> CODEC = Codec.object(
            (socket, out) -> out.number("id", socket.id())
                    .put("arriving", Values.TUPLE, socket.arriving())
                    .text("owner", socket.owner())
                    .put("state", KINDS.codec(), socket.state()),
            in -> new Socket(
                    in.number("id"),
                    in.get("arriving", Values.TUPLE),
                    in.text("owner"),
                    in.get("state", KINDS.codec())));

    private Sockets() {}

    private static void write(Socket.State.Tcp tcp, Out out) {
        out.word("phase", tcp.phase())
                .number("sendNext", tcp.sendNext())
                .number("acknowledged", tcp.acknowledged())
                .number("receiveNext", tcp.receiveNext())
                .flag("timestamps", tcp.timestamps());
    }

    private static Socket.State.Tcp tcp(In in) {
        return new Socket.State.Tcp(
                in.word("phase", Socket.TcpPhase.values()),
                in.integer("sendNext"),
                in.integer("acknowledged"),
                in.integer("receiveNext"),
                in.flag("timestamps"));
    }
}
