package nfstep.engine;

import java.util.List;
import java.util.Optional;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.Direction;
import nfstep.event.PathEvent;
import nfstep.host.AddressChoice;
import nfstep.host.FlowKey;
import nfstep.host.Namespace;
import nfstep.host.OutputRoute;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.Protocols;
import nfstep.rules.CtRef;
import nfstep.rules.Decision;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/** ICMP errors about a packet: {@code net/ipv4/icmp.c}, {@code __icmp_send}. */
public final class IcmpErrorSender {
    private static final int LONGEST = 576;
    private static final int INTERNETWORK_CONTROL = 0xc0;
    private static final int REDIRECT = 5;

    private final Run run;
    private final String namespace;
    private final Skb about;
    private final Namespace host;

    /** Errors about that packet, as it is in that namespace. */
    public IcmpErrorSender(Run run, String namespace, Skb about) {
        this.run = run;
        this.namespace = namespace;
        this.about = about;
        this.host = run.world().network().namespace(namespace);
    }

    /** Sends an error of that type and code; {@code by} names it for the user. Rules and limits may keep it back. */
    public void send(int type, int code, int rest, String by) {
        Optional<String> silence = silence();
        if (silence.isPresent()) {
            note("no ICMP error: " + silence.get());
            return;
        }
        Optional<OutputRoute> way = way();
        IpAddress sender = about.packet().source();
        if (way.isEmpty() || way.get().source().isEmpty()) {
            note("no ICMP error: no route to " + sender);
        } else if (way.get().link() != Namespace.LOOPBACK_INDEX
                && !new IcmpLimit(run, namespace, about).allows(type, code)) {
            note("no ICMP error: too many to " + sender + " (net.ipv4.icmp_ratelimit)");
        } else {
            answer(error(way.get(), type, code, rest), by);
        }
    }

    /**
     * As much of the packet is quoted as fits into 576 bytes and the way back. What is about nobody's packet comes to this
     * host itself: {@code ip_route_output_key_hash_rcu}.
     */
    private Packet error(OutputRoute way, int type, int code, int rest) {
        Packet packet = about.packet();
        int longest = Math.min(LONGEST, way.mtu(host).orElse(LONGEST));
        IpAddress source = way.source().orElseThrow();
        IpAddress destination = packet.source().isUnspecified() ? source : packet.source();
        return Packets.icmp(source, destination, type, code)
                .rest(rest)
                .quoting(packet, longest)
                .tos(tos())
                .ttl(Settings.ttl(host, packet.source()))
                .build();
    }

    private int tos() {
        return (about.packet().tos() & RoutingInput.TOS) | INTERNETWORK_CONTROL;
    }

    private void answer(Packet error, String by) {
        LocalOutput.Sending how = LocalOutput.Sending.answer(by, about)
                .with(inherited(about.ct()))
                .marked(Settings.replyMark(host, about));
        boolean given = source(about.packet().source()).isPresent();
        LocalOutput.answer(run, namespace, error, given ? how : how.with(LocalOutput.SourceFrom.WAY));
    }

    /** {@code nf_conntrack_attach}: an error belongs to the connection of the packet that it is about. */
    static CtRef inherited(CtRef of) {
        if (!of.info().hasConnection()) {
            return of.equals(CtRef.NONE) ? CtRef.NONE : CtRef.ANSWER;
        }
        boolean original = of.info().direction() == Direction.ORIGINAL;
        return new CtRef(of.connection(), original ? CtInfo.RELATED_REPLY : CtInfo.RELATED);
    }

    private Optional<String> silence() {
        Packet packet = about.packet();
        if (about.type() != PacketType.HOST || toMany()) {
            return Optional.of("the packet was addressed to everybody");
        }
        if (packet.fragmentOffset() > 0) {
            return Optional.of("the packet is not the first fragment");
        }
        if (packet.protocol() == Protocols.ICMP && !asks(packet)) {
            return Optional.of("the packet is an ICMP error itself");
        }
        if (run.isSendingIcmp()) {
            return Optional.of("the stack is just sending an ICMP message, and sends no second one meanwhile");
        }
        return Optional.empty();
    }

    /** The type is looked at, even where the rest of the header is missing. */
    private static boolean asks(Packet packet) {
        return packet.transportLength() > 0 && IcmpHeader.isQuery(packet.family(), packet.u8(packet.headerLength()));
    }

    private boolean toMany() {
        return about.route()
                .filter(d -> d.kind() == Decision.Kind.BROADCAST || d.kind() == Decision.Kind.MULTICAST)
                .isPresent();
    }

    /** {@code icmp_route_lookup}. */
    private Optional<OutputRoute> way() {
        IpAddress sender = about.packet().source();
        IpAddress source = source(sender).orElse(IpAddress.any(sender.family()));
        FlowKey key = FlowKey.sent(sender, source).with(tos() & RoutingInput.TOS, Settings.replyMark(host, about));
        return OutputRoute.find(host, key, false) instanceof OutputRoute.Found found
                ? Optional.of(found.route())
                : Optional.empty();
    }

    /** For a packet that is for this host the address that it was sent to; for others mostly what the way back says. */
    private Optional<IpAddress> source(IpAddress sender) {
        boolean local =
                about.route().filter(d -> d.kind() == Decision.Kind.LOCAL).isPresent();
        if (local) {
            return Optional.of(about.packet().destination()).filter(a -> !a.isUnspecified());
        }
        boolean inbound = isRoutedIn() && Settings.get(host, "net.ipv4.icmp_errors_use_inbound_ifaddr") != 0;
        return inbound
                ? about.in().flatMap(in -> AddressChoice.sourceTowards(host, in.index(), sender))
                : Optional.empty();
    }

    /** {@code rt_is_input_route}: not so what is sent from here, as a copy is, and what a bridge forwards without a next hop. */
    private boolean isRoutedIn() {
        return about.route()
                .filter(d -> d.kind() == Decision.Kind.OUTPUT || d.nextHop().isEmpty())
                .isEmpty();
    }

    /** {@code ip_rt_send_redirect}: the next hop of the packet is a neighbour of its sender. */
    void sendRedirect(IpAddress gateway) {
        IcmpLimit limit = new IcmpLimit(run, namespace, about);
        if (limit.allowsRedirect()) {
            send(REDIRECT, 1, ((Ipv4Address) gateway).bits(), "redirect");
            limit.redirectSent();
        }
    }

    /** {@code ip_error}: a refusing route answers under a limit of its own. */
    void sendRoutingError(int code) {
        if (new IcmpLimit(run, namespace, about).allowsRoutingError()) {
            send(3, code, 0, "unreachable");
        } else {
            note("no ICMP error: too many to " + about.packet().source());
        }
    }

    private void note(String what) {
        run.emit(new PathEvent.Noted(Run.at(namespace, about), what, List.of()));
    }
}
