package nfstep.lab.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Tuples;
import nfstep.engine.Draws;
import nfstep.engine.LocalPorts;
import nfstep.engine.Settings;
import nfstep.event.CommandEvent;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.PacketBuilder;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.rules.Skb;
import nfstep.source.Outcome;
import nfstep.state.Change;
import nfstep.state.DrawKind;
import nfstep.state.Socket;

/** One run of traceroute: {@code traceroute.c}, {@code do_it}; a socket for each datagram, one for all echo requests. */
final class Tracing {
    private static final int HEADERS = 28;
    private static final int PATTERN = 0x40;

    private final Session session;
    private final String namespace;
    private final TraceWish wish;
    private final TraceText text;
    private final List<TraceProbe> probes = new ArrayList<>();
    private final List<Skb> unread = new ArrayList<>();
    private final List<Change> sockets = new ArrayList<>();
    private int seen;
    private int end;
    private Optional<String> failure = Optional.empty();

    Tracing(Session session, String namespace, TraceWish wish) {
        this.session = session;
        this.namespace = namespace;
        this.wish = wish;
        this.text = new TraceText(wish);
        this.end = (wish.hops().last() - wish.hops().first() + 1) * wish.hops().probes();
    }

    void run() {
        Outcome<Way> way = Way.find(session.namespace(namespace), wish.way());
        if (way.refusal().isPresent()) {
            session.print(
                    (wish.icmp() ? "" : text.head()) + "\n" + way.refusal().get() + "\n");
            return;
        }
        trace(way.orElseThrow());
        session.emit(new CommandEvent.Booked("traceroute ends", sockets));
        String lines = failure.map(f -> "\nsend: " + f).orElseGet(() -> text.hops(printed()));
        session.print(text.head() + lines + "\n");
    }

    private List<TraceProbe> printed() {
        return probes.subList(0, Math.min(end, probes.size()));
    }

    private void trace(Way way) {
        int start = 0;
        while (start < end && failure.isEmpty()) {
            start = pass(way, start);
            if (start < end && failure.isEmpty()) {
                poll(start);
            }
        }
    }

    /** Looks at the probes from that one on and sends as many as may be on the way; the first that is not done. */
    private int pass(Way way, int from) {
        int start = from;
        int open = 0;
        for (int n = from; n < end && open < wish.hops().together() && failure.isEmpty(); n++) {
            if (n == probes.size()) {
                send(way, n);
            } else {
                giveUp(n);
            }
            TraceProbe probe = probes.get(n);
            if (probe.isLast()) {
                end = (n / wish.hops().probes() + 1) * wish.hops().probes();
            }
            start += probe.done() && n == start ? 1 : 0;
            open += probe.done() ? 0 : 1;
        }
        return start;
    }

    private void giveUp(int number) {
        TraceProbe probe = probes.get(number);
        boolean late = session.world().now() - probe.at() >= patience(number);
        if (!probe.done() && late && unread.isEmpty()) {
            probe.expired();
        }
    }

    /** {@code get_timeout}: nothing takes time, so where another probe was answered nothing more comes. */
    private long patience(int number) {
        int first = number - number % wish.hops().probes();
        boolean overtaken = probes.subList(first, probes.size()).stream()
                .anyMatch(p -> p.answer().isPresent());
        return wish.waiting().impatient() && overtaken ? 0 : wish.waiting().longest();
    }

    private void send(Way way, int number) {
        Tuple arriving = open(way, number);
        PacketBuilder<?> builder = wish.icmp() ? echo(way, number, arriving) : datagram(arriving);
        Packet packet = builder.ttl(ttl(number)).tos(wish.way().tos()).build();
        probes.add(
                new TraceProbe(arriving, wish.port() + number, session.world().now()));
        int before = session.recent().size();
        session.send(namespace, packet, way.sending("traceroute"));
        failure = session.recent().sendingError(before);
    }

    /** To a group {@code IP_TTL}, which is what traceroute sets, says nothing. */
    private int ttl(int number) {
        IpAddress to = wish.way().destination();
        int hop = wish.hops().first() + number / wish.hops().probes();
        return to.isMulticast() ? Settings.ttl(session.namespace(namespace), to) : hop;
    }

    private PacketBuilder<?> echo(Way way, int number, Tuple arriving) {
        return Packets.icmpEcho(
                        way.source(), wish.way().destination(), arriving.sourceKey(), (wish.port() + number) & 0xffff)
                .payload(payload())
                .dontFragment(wish.shape().whole());
    }

    private PacketBuilder<?> datagram(Tuple arriving) {
        return Packets.udp(arriving.destination(), arriving.destinationKey(), arriving.source(), arriving.sourceKey())
                .payload(payload())
                .dontFragment(wish.shape().whole());
    }

    private byte[] payload() {
        byte[] data = new byte[wish.shape().length() - HEADERS];
        for (int i = 0; i < data.length; i++) {
            data[i] = (byte) (PATTERN + (i & 0x3f));
        }
        return data;
    }

    /** The socket that takes what comes back, as a tuple of arriving packets. */
    private Tuple open(Way way, int number) {
        if (wish.icmp() && number > 0) {
            return probes.get(0).sent();
        }
        long id = session.world().ids().packet();
        String key = "traceroute/" + namespace + "/" + wish.way().destination() + "/" + id;
        IpAddress far = wish.way().destination();
        Tuple arriving = wish.icmp()
                ? new Tuple(far, way.source(), Protocols.ICMP, id(key), 0)
                : port(new Tuple(far, way.source(), Protocols.UDP, (wish.port() + number) & 0xffff, 0), key);
        Socket socket = new Socket(id, arriving, "traceroute", new Socket.State.Datagrams(0));
        String what = wish.icmp()
                ? "traceroute waits for answers with id " + arriving.sourceKey()
                : "traceroute waits for answers on port " + arriving.destinationKey();
        session.emit(new CommandEvent.Booked(what, List.of(new Change.SocketSet(namespace, socket))));
        sockets.add(new Change.SocketRemoved(namespace, id));
        return arriving;
    }

    private int id(String key) {
        return (int) Draws.of(session.run(), namespace).draw(DrawKind.ID, key);
    }

    private Tuple port(Tuple arriving, String key) {
        int port = new LocalPorts(session.run(), namespace).draw(arriving, key);
        return arriving.withDestination(arriving.destination(), port);
    }

    /** Waits until something can be read or the first probe that is open is given up. */
    private void poll(int start) {
        collect();
        long until = probes.get(start).at() + patience(start) - session.world().now();
        if (unread.isEmpty() && until > 0) {
            session.run().passUntil(until, () -> {
                collect();
                return !unread.isEmpty();
            });
            collect();
        }
        int readable = wish.icmp() ? Math.min(1, unread.size()) : unread.size();
        for (int i = 0; i < readable; i++) {
            read(unread.remove(0).packet());
        }
    }

    private void collect() {
        session.recent().delivered(seen, namespace).stream()
                .filter(skb -> probe(skb.packet()).isPresent())
                .forEach(unread::add);
        seen = session.recent().size();
    }

    private void read(Packet packet) {
        Optional<IcmpHeader> error = packet.icmp().filter(IcmpHeader::isError);
        probe(packet).ifPresent(p -> p.answered(packet.source(), session.world().now(), error));
    }

    /** The probe that a packet answers or is about. */
    private Optional<TraceProbe> probe(Packet packet) {
        boolean error = packet.icmp().filter(IcmpHeader::isError).isPresent();
        Optional<Packet> about = error ? packet.quoted() : Optional.of(packet);
        Optional<Tuple> tuple = about.flatMap(Tuples::of);
        Optional<Tuple> arriving = error ? tuple.flatMap(Tuples::inverse) : tuple;
        int sequence = about.flatMap(Packet::icmp).map(IcmpHeader::sequence).orElse(0);
        return probes.stream()
                .filter(p -> !p.done() && arriving.filter(p.sent()::equals).isPresent())
                .filter(p -> !wish.icmp() || p.sequence() == sequence)
                .findFirst();
    }
}
