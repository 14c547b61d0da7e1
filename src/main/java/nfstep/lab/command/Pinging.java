package nfstep.lab.command;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Tuple;
import nfstep.engine.Draws;
import nfstep.engine.LearnedPaths;
import nfstep.engine.LocalOutput;
import nfstep.engine.Settings;
import nfstep.event.CommandEvent;
import nfstep.host.Namespace;
import nfstep.packet.IcmpBuilder;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.rules.Skb;
import nfstep.source.Outcome;
import nfstep.state.Change;
import nfstep.state.DrawKind;
import nfstep.state.Socket;

/** One run of ping: iputils, {@code ping_common.c}, {@code main_loop}, {@code pinger}. */
final class Pinging {
    private static final int TIME_STAMP = 16;

    private final Session session;
    private final String namespace;
    private final PingWish wish;
    private final PingText text;
    private final int id;
    private final long socket;
    private int seen;

    private Pinging(Session session, String namespace, PingWish wish) {
        this.session = session;
        this.namespace = namespace;
        this.wish = wish;
        this.socket = session.world().ids().packet();
        this.id = wish.probe().id().orElseGet(() ->
                (int) Draws.of(session.run(), namespace).draw(DrawKind.ID, "ping/" + namespace + "/" + socket));
        this.text = new PingText(wish, id);
    }

    static void run(Session session, String namespace, PingWish asked) {
        Namespace host = session.namespace(namespace);
        PingWish wish = asked.reached(host);
        Outcome<Way> way = Way.find(host, wish.way());
        boolean all = way.value().filter(w -> w.isBroadcast(host)).isPresent();
        Optional<String> refusal = way.refusal();
        if (refusal.isPresent() || (all && !wish.telling().broadcast())) {
            boolean denied =
                    refusal.filter(r -> !r.equals("connect: Permission denied")).isEmpty();
            session.print("ping: "
                    + (denied
                            ? "Do you want to ping broadcast? Then -b. If not, check your local firewall rules"
                            : refusal.get())
                    + "\n");
            return;
        }
        new Pinging(session, namespace, wish).run(way.orElseThrow(), all);
    }

    private void run(Way way, boolean toAll) {
        open(way.source());
        long began = session.world().now();
        long end = began + wish.pace().deadline();
        int sequence = 1;
        request(way, sequence++);
        long last = session.world().now();
        while (goesOn(sequence, end)) {
            last = session.world().now();
            request(way, sequence++);
        }
        linger(end);
        close();
        session.print(warnings(way, toAll) + text.render(way.source(), last - began));
    }

    private String warnings(Way way, boolean toAll) {
        boolean elsewhere = session.namespace(namespace).addressesOf(way.key().out()).stream()
                .noneMatch(a -> a.address().equals(way.source()));
        String device = wish.way().device().orElse("");
        return (toAll ? "WARNING: pinging broadcast address\n" : "")
                + (!device.isEmpty() && elsewhere
                        ? "ping: Warning: source address might be selected on device other than: " + device + "\n"
                        : "");
    }

    /** Waits until the next request is due; whether it is sent. */
    private boolean goesOn(int sequence, long end) {
        PingWish.Pace pace = wish.pace();
        boolean enough = sequence > pace.count() && !pace.hasDeadline();
        if (enough || text.answered() >= pace.count()) {
            return false;
        }
        long wait = Math.min(pace.interval(), end - session.world().now());
        session.run().passUntil(wait, () -> {
            collect();
            return text.answered() >= pace.count();
        });
        collect();
        if (session.world().now() >= end || text.answered() >= pace.count()) {
            return false;
        }
        text.late(sequence - 1);
        return true;
    }

    private void request(Way way, int sequence) {
        Packet packet = packet(way, sequence).build();
        text.sent(sequence);
        int mtu = way.mtu(session.world(), namespace);
        boolean fits = packet.length() <= mtu;
        PingWish.Discovery discovery = wish.probe().discovery();
        if (!fits && discovery == PingWish.Discovery.DO) {
            text.tooLong(mtu);
            return;
        }
        boolean mayBeCut =
                LearnedPaths.mayBeCut(session.world(), namespace, wish.way().destination());
        boolean whole =
                discovery == PingWish.Discovery.DO || (fits && discovery != PingWish.Discovery.DONT && !mayBeCut);
        int before = session.recent().size();
        session.send(namespace, packet(way, sequence).dontFragment(whole).build(), sending(way));
        int errors = text.errors();
        collect();
        if (text.errors() > errors) {
            session.recent().sendingError(before).ifPresent(text::notSent);
        }
    }

    /** Only the probe of ping is connected; its raw socket has an address only with {@code -I}: {@code ping4_run}. */
    private static LocalOutput.Sending sending(Way way) {
        LocalOutput.Sending sending = way.sending("ping");
        return way.key().source().isUnspecified() ? sending.with(LocalOutput.SourceFrom.WAY) : sending;
    }

    private IcmpBuilder packet(Way way, int sequence) {
        byte[] payload = new byte[wish.probe().size()];
        for (int i = TIME_STAMP; i < payload.length; i++) {
            payload[i] = (byte) i;
        }
        IpAddress destination = wish.way().destination();
        int usual = Settings.ttl(session.namespace(namespace), destination);
        return Packets.icmpEcho(way.source(), destination, id, sequence & 0xffff)
                .payload(payload)
                .tos(wish.way().tos())
                .ttl(wish.probe().ttl().orElse(usual));
    }

    private void linger(long end) {
        if (!text.complete() && session.world().now() < end) {
            long patience =
                    text.anyReply() ? wish.pace().interval() : wish.pace().linger();
            session.run().passUntil(Math.min(patience, end - session.world().now()), () -> {
                collect();
                return text.complete();
            });
        }
        collect();
    }

    private void collect() {
        List<Skb> delivered = session.recent().delivered(seen, namespace);
        seen = session.recent().size();
        delivered.forEach(skb -> text.received(skb.packet()));
    }

    private void open(IpAddress source) {
        Tuple arriving = new Tuple(wish.way().destination(), source, Protocols.ICMP, id, 0);
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
