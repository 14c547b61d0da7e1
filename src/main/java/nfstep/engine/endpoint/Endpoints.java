package nfstep.engine.endpoint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import nfstep.conntrack.IcmpErrors;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Tuples;
import nfstep.engine.IcmpErrorSender;
import nfstep.engine.LearnedPaths;
import nfstep.engine.LocalStack;
import nfstep.engine.Redirect;
import nfstep.engine.Run;
import nfstep.event.At;
import nfstep.event.PathEvent;
import nfstep.host.Listener;
import nfstep.host.Namespace;
import nfstep.packet.IcmpHeader;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.CtRef;
import nfstep.rules.Decision;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.state.Socket;

/** The stack of a namespace as Linux plays it: {@code net/ipv4/ip_input.c}, {@code ip_protocol_deliver_rcu}. */
public final class Endpoints implements LocalStack {
    @Override
    public void receive(Run run, String namespace, Skb skb) {
        Delivery delivery = new Delivery(run, namespace, skb);
        Optional<UpperLayerCheck> refusal = UpperLayerCheck.refusal(skb);
        if (refusal.isPresent()) {
            delivery.drop(refusal.get().place(), refusal.get().reason());
            return;
        }
        switch (skb.packet().protocol()) {
            case Protocols.ICMP -> icmp(delivery);
            case Protocols.UDP, Protocols.UDPLITE -> udp(delivery);
            case Protocols.TCP -> new TcpEndpoint(delivery).receive();
            case Protocols.IGMP, Protocols.PIM -> delivery.to("the stack, which does not answer it");
            default -> unknown(delivery);
        }
    }

    private static void unknown(Delivery delivery) {
        delivery.to("nobody: protocol " + Protocols.name(delivery.packet().protocol()) + " has no receiver");
        new IcmpErrorSender(delivery.run(), delivery.namespace(), delivery.skb()).send(3, 2, 0, "protocol unreachable");
    }

    private static void icmp(Delivery delivery) {
        Optional<IcmpHeader> header = delivery.packet().icmp();
        if (header.filter(h -> h.type() == EchoResponder.ECHO_REQUEST || h.type() == EchoResponder.TIMESTAMP)
                .isPresent()) {
            new EchoResponder(delivery).answer(header.get());
        } else if (header.filter(IcmpHeader::isError).isPresent()) {
            error(delivery);
        } else {
            datagram(delivery, "the stack: nobody waits for it");
        }
    }

    /** An error goes to the socket that sent the packet that it quotes. */
    private static void error(Delivery delivery) {
        Optional<Tuple> quoted = IcmpErrors.inner(delivery.packet()) instanceof IcmpErrors.Quote.Inner inner
                ? Optional.of(inner.tuple())
                : Optional.empty();
        Optional<Socket> socket = quoted.flatMap(Tuples::inverse)
                .flatMap(t ->
                        delivery.run().world().sockets(delivery.namespace()).receiving(t));
        delivery.to(socket.map(s -> s.owner() + ", which learns of the error")
                .orElse("the stack: the sender of the quoted packet does not wait for answers"));
        learn(delivery, socket.isPresent());
        if (socket.isEmpty() || !isFatal(delivery.packet())) {
            return;
        }
        if (socket.get().state() instanceof Socket.State.Tcp tcp && tcp.phase() == Socket.TcpPhase.SYN_SENT) {
            delivery.change(
                    "the connection attempt fails",
                    new Change.SocketRemoved(delivery.namespace(), socket.get().id()));
        }
    }

    /** {@code tcp_v4_err}: a redirect, a source quench and what is about the length end nothing. */
    private static boolean isFatal(Packet error) {
        return error.icmp()
                .filter(h -> h.type() != 4 && h.type() != 5 && !(h.type() == 3 && h.code() == 4))
                .isPresent();
    }

    /** Of the way a socket learns, and the kernel by its own echo replies: {@code icmp_err}, {@code raw_err}. */
    private static void learn(Delivery delivery, boolean waits) {
        boolean own = delivery.packet()
                .quoted()
                .flatMap(Packet::icmp)
                .filter(h -> h.type() == 0)
                .isPresent();
        if (!waits && !own) {
            return;
        }
        new Redirect(delivery.run(), delivery.namespace(), delivery.skb()).follow();
        LearnedPaths.told(delivery.run().world(), delivery.namespace(), delivery.packet())
                .ifPresent(found -> delivery.change(
                        "packets to " + found.destination() + " may have "
                                + found.path().mtu() + " bytes, for ten minutes",
                        found));
    }

    private static void udp(Delivery delivery) {
        Packet packet = delivery.packet();
        Optional<Listener> listener = delivery.listener();
        boolean talking = delivery.socket().isPresent();
        if (talking || listener.isPresent()) {
            datagram(delivery, listener.map(Listener::owner).orElse("nobody"));
            return;
        }
        delivery.to("nobody: UDP port " + packet.destinationPort() + " is closed");
        // __udp4_lib_rcv takes the connection off the packet before it looks for a socket
        Skb untracked = delivery.skb().withCt(CtRef.NONE).with(trimmed(packet));
        new IcmpErrorSender(delivery.run(), delivery.namespace(), untracked).send(3, 3, 0, "port unreachable");
    }

    /** {@code pskb_trim_rcsum}: what is behind the end that the UDP header names is cut off. */
    private static Packet trimmed(Packet packet) {
        return packet.udp()
                .map(udp -> Arrays.copyOf(packet.bytes(), packet.headerLength() + udp.length()))
                .flatMap(Packet::parseTruncated)
                .orElse(packet);
    }

    private static void datagram(Delivery delivery, String otherwise) {
        Optional<Socket> socket = delivery.socket();
        delivery.to(socket.map(Socket::owner).orElse(otherwise));
        socket.ifPresent(s -> {
            if (s.state() instanceof Socket.State.Datagrams d) {
                Socket more = s.with(new Socket.State.Datagrams(d.received() + 1));
                delivery.change(
                        s.owner() + " has received " + (d.received() + 1),
                        new Change.SocketSet(delivery.namespace(), more));
            }
        });
    }

    /** A packet that reached its namespace. */
    record Delivery(Run run, String namespace, Skb skb) {
        Packet packet() {
            return skb.packet();
        }

        At at() {
            return new At(namespace, skb.id());
        }

        void to(String receiver) {
            run.emit(new PathEvent.Delivered(at(), receiver));
        }

        void drop(String place, String reason) {
            run.emit(new PathEvent.Dropped(at(), place, reason, Optional.empty()));
        }

        void change(String what, Change... changes) {
            run.emit(new PathEvent.Noted(at(), what, List.of(changes)));
        }

        Namespace host() {
            return run.world().network().namespace(namespace);
        }

        long setting(String name) {
            return host().sysctls().get(name);
        }

        /** Whether the packet was sent to everybody or to a group. */
        boolean isToAll() {
            return skb.route()
                    .filter(d -> d.kind() == Decision.Kind.BROADCAST || d.kind() == Decision.Kind.MULTICAST)
                    .isPresent();
        }

        /** The socket that talks to the sender. */
        Optional<Socket> socket() {
            return Tuples.of(packet())
                    .flatMap(t -> run.world().sockets(namespace).receiving(t));
        }

        /** The socket that waits for such packets. */
        Optional<Listener> listener() {
            return host().listeners().stream()
                    .filter(l -> l.accepts(packet().protocol(), packet().destination(), packet().destinationPort()))
                    .findFirst();
        }
    }
}
