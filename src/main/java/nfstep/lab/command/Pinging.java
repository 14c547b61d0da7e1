package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Tuple;
import nfstep.engine.LocalOutput;
import nfstep.engine.RoutingOutput;
import nfstep.event.CommandEvent;
import nfstep.event.PathEvent;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.rules.Skb;
import nfstep.state.Change;
import nfstep.state.Socket;

/** One run of ping: iputils, {@code ping_common.c}, {@code main_loop}. */
final class Pinging {
    private static final int IDS = 0xffff;
    private static final int TIME_STAMP = 16;

    private final Session session;
    private final String namespace;
    private final PingCommand.Wish wish;
    private final PingText text;
    private final int id;
    private final long socket;
    private int seen;

    Pinging(Session session, String namespace, PingCommand.Wish wish) {
        this.session = session;
        this.namespace = namespace;
        this.wish = wish;
        this.text = new PingText(wish);
        this.socket = session.world().ids().packet();
        this.id = 1 + session.run().entropy().draw("ping/" + namespace + "/" + socket, IDS);
    }

    void run() {
        Optional<IpAddress> source =
                wish.source().or(() -> RoutingOutput.source(session.namespace(namespace), wish.destination()));
        if (source.isEmpty()) {
            session.print("ping: connect: Network is unreachable\n");
            return;
        }
        open(source.get());
        long began = session.world().now();
        for (int sequence = 1; sequence <= wish.count(); sequence++) {
            request(source.get(), sequence);
            if (sequence < wish.count()) {
                pass(wish.interval());
            }
        }
        long sentAll = session.world().now();
        linger();
        close();
        session.print(text.render(sentAll - began, session.world().now() - began));
    }

    private void request(IpAddress source, int sequence) {
        byte[] payload = new byte[wish.size()];
        for (int i = TIME_STAMP; i < payload.length; i++) {
            payload[i] = (byte) i;
        }
        Packet packet = Packets.icmpEcho(source, wish.destination(), id, sequence & 0xffff)
                .payload(payload)
                .ttl(wish.ttl())
                .dontFragment()
                .build();
        int before = session.recent().size();
        session.send(namespace, packet, LocalOutput.Sending.program("ping", 0));
        text.sent();
        collect();
        if (refusedHere(before)) {
            text.notPermitted();
        }
    }

    /** Whether a hook of this namespace dropped the request before it left: sendmsg(2) fails with EPERM. */
    private boolean refusedHere(int from) {
        long packet = session.recent()
                .since(from, PathEvent.Sent.class)
                .findFirst()
                .map(s -> s.at().packet())
                .orElse(0L);
        boolean left =
                session.recent().since(from, PathEvent.Transmitted.class).anyMatch(t -> t.at().packet() == packet);
        return !left
                && session.recent()
                        .since(from, PathEvent.Dropped.class)
                        .anyMatch(d -> d.at().packet() == packet && d.place().contains("/"));
    }

    private void pass(long nanos) {
        session.run().pass(nanos);
        collect();
    }

    private void linger() {
        if (!text.complete()) {
            long wait = text.anyReply() ? wish.interval() : wish.linger();
            session.run().passUntil(wait, () -> {
                collect();
                return text.complete();
            });
            collect();
        }
    }

    private void collect() {
        List<Skb> delivered = session.recent().delivered(seen, namespace);
        seen = session.recent().size();
        delivered.forEach(skb -> text.received(skb.packet(), id));
    }

    private void open(IpAddress source) {
        int reply = source.family() == IpFamily.IPV4 ? 0 : 129 << 8;
        Tuple arriving = new Tuple(wish.destination(), source, source.family().icmp(), id, reply);
        Socket opened = new Socket(socket, arriving, "ping", new Socket.State.Datagrams(0));
        book("ping waits for answers with id " + id, new Change.SocketSet(namespace, opened));
    }

    private void close() {
        book("ping ends", new Change.SocketRemoved(namespace, socket));
    }

    private void book(String what, Change change) {
        session.emit(new CommandEvent.Booked(what, List.of(change)));
    }
}
