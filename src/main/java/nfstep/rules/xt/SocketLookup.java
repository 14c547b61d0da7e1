package nfstep.rules.xt;

import java.util.Optional;
import nfstep.conntrack.Connection;
import nfstep.conntrack.CtInfo;
import nfstep.conntrack.CtStatus;
import nfstep.conntrack.IcmpErrors;
import nfstep.conntrack.Tuple;
import nfstep.conntrack.Tuples;
import nfstep.host.Listener;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.MatchContext;

/** The socket that a packet, or the packet that it quotes, is for: {@code nf_socket_ipv4.c}, {@code nf_sk_lookup_slow_v4}. */
record SocketLookup(MatchContext context) {
    private static final int TCP_HEADER = 20;
    private static final int UDP_HEADER = 8;

    /** What is found. */
    enum Found {
        NOTHING("no socket"),
        /** Waits for packets to any address. */
        WILDCARD("a socket that waits at any address"),
        /** Waits at one address, or talks to somebody. */
        BOUND("a socket");

        private final String words;

        Found(String words) {
            this.words = words;
        }

        /** As a user reads it. */
        String words() {
            return words;
        }
    }

    /** The socket of that kind. */
    Found find() {
        return arriving().map(this::find).orElse(Found.NOTHING);
    }

    private Found find(Tuple arriving) {
        if (context.sockets().receives(arriving)) {
            return Found.BOUND;
        }
        Found found = Found.NOTHING;
        for (Listener listener : context.host().listeners()) {
            if (listener.accepts(arriving.protocol(), arriving.destination(), arriving.destinationKey())) {
                if (!listener.address().isUnspecified()) {
                    return Found.BOUND;
                }
                found = Found.WILDCARD;
            }
        }
        return found;
    }

    /** The tuple that the socket's packets have when they arrive. */
    private Optional<Tuple> arriving() {
        Packet packet = context.packet();
        return switch (packet.protocol()) {
            case Protocols.TCP -> direct(packet, TCP_HEADER);
            case Protocols.UDP -> direct(packet, UDP_HEADER);
            case Protocols.ICMP -> quoted(packet).map(this::beforeTranslation);
            default -> Optional.empty();
        };
    }

    private Optional<Tuple> direct(Packet packet, int header) {
        return packet.hasTransport(header) ? Tuples.of(packet).map(this::beforeTranslation) : Optional.empty();
    }

    /** An error is for whoever sent what it quotes. */
    private static Optional<Tuple> quoted(Packet packet) {
        if (packet.icmp().filter(IcmpHeader::isError).isEmpty()) {
            return Optional.empty();
        }
        return IcmpErrors.inner(packet) instanceof IcmpErrors.Quote.Inner inner && hasPorts(inner.tuple())
                ? Tuples.inverse(inner.tuple())
                : Optional.empty();
    }

    private static boolean hasPorts(Tuple tuple) {
        return tuple.protocol() == Protocols.TCP || tuple.protocol() == Protocols.UDP;
    }

    /** The answer to a translated connection of this host is for the socket that began it. */
    private Tuple beforeTranslation(Tuple arriving) {
        Connection connection = context.connection();
        CtInfo answer = context.packet().protocol() == Protocols.ICMP ? CtInfo.RELATED_REPLY : CtInfo.ESTABLISHED_REPLY;
        if (connection == null || context.skb().ct().info() != answer || !connection.has(CtStatus.SRC_NAT_DONE)) {
            return arriving;
        }
        IpAddress sender = connection.original().source();
        int port = connection.original().sourceKey();
        return new Tuple(arriving.source(), sender, arriving.protocol(), arriving.sourceKey(), port);
    }
}
