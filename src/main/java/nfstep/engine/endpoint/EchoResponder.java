package nfstep.engine.endpoint;

import java.util.Optional;
import nfstep.engine.IcmpLimit;
import nfstep.engine.LocalOutput;
import nfstep.engine.RoutingOutput;
import nfstep.engine.Settings;
import nfstep.engine.endpoint.Endpoints.Delivery;
import nfstep.host.AddressChoice;
import nfstep.host.Namespace;
import nfstep.packet.IcmpBuilder;
import nfstep.packet.IcmpHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;

/** What a stack answers to echo and timestamp requests: {@code net/ipv4/icmp.c}, {@code icmp_echo}, {@code icmp_timestamp}. */
record EchoResponder(Delivery delivery) {
    static final int ECHO_REQUEST = 8;
    static final int TIMESTAMP = 13;

    private static final int ECHO_REPLY = 0;
    private static final int TIMESTAMP_REPLY = 14;
    private static final int TIME = 4;
    private static final long DAY_MILLIS = 86_400_000L;

    /** Answers a request, unless it is for everybody or the host was told not to. */
    void answer(IcmpHeader request) {
        boolean echo = request.type() == ECHO_REQUEST;
        String what = echo ? "echo" : "timestamp";
        if (delivery.isToAll() && delivery.setting("net.ipv4.icmp_echo_ignore_broadcasts") != 0) {
            delivery.to("the stack, which does not answer " + what
                    + " requests to everybody (net.ipv4.icmp_echo_ignore_broadcasts = 1)");
        } else if (echo && delivery.setting("net.ipv4.icmp_echo_ignore_all") != 0) {
            delivery.to("the stack, which was told not to answer echo requests (net.ipv4.icmp_echo_ignore_all = 1)");
        } else if (!echo && delivery.packet().payload().length < TIME) {
            delivery.to("the stack, which does not answer a timestamp request that holds no time");
        } else {
            delivery.to("the stack, which answers the " + what + " request");
            source().filter(from -> allowed(echo ? ECHO_REPLY : TIMESTAMP_REPLY))
                    .ifPresent(from -> send(what + " reply", echo ? echo(from, request) : timestamp(from, request)));
        }
    }

    /** Usually answers are not limited: {@code net.ipv4.icmp_ratemask}. */
    private boolean allowed(int type) {
        boolean loops = delivery.skb()
                .in()
                .filter(in -> in.index() == Namespace.LOOPBACK_INDEX)
                .isPresent();
        return loops || new IcmpLimit(delivery.run(), delivery.namespace(), delivery.skb()).allows(type, 0);
    }

    private void send(String what, IcmpBuilder reply) {
        LocalOutput.Sending how =
                LocalOutput.Sending.answer(what, delivery.skb()).marked(Settings.replyMark(host(), delivery.skb()));
        Packet asked = delivery.packet();
        Packet packet =
                reply.tos(asked.tos()).ttl(Settings.ttl(host(), asked.source())).build();
        LocalOutput.answer(delivery.run(), delivery.namespace(), packet, how);
    }

    private Namespace host() {
        return delivery.host();
    }

    /** {@code fib_compute_spec_dst}: the address that was asked; for everybody the one that the asker would see. */
    private Optional<IpAddress> source() {
        IpAddress asker = delivery.packet().source();
        if (!delivery.isToAll()) {
            return Optional.of(delivery.packet().destination());
        }
        int in = delivery.skb().in().orElseThrow().index();
        return asker.isUnspecified()
                ? AddressChoice.sourceTowards(host(), in, asker)
                : RoutingOutput.source(host(), asker);
    }

    /** The data, the code and the type of service come back. */
    private IcmpBuilder echo(IpAddress from, IcmpHeader request) {
        Packet packet = delivery.packet();
        return Packets.icmp(from, packet.source(), ECHO_REPLY, request.code())
                .query(request.id(), request.sequence())
                .payload(packet.payload());
    }

    /** The asker's time, then twice that of this host in milliseconds since midnight. */
    private IcmpBuilder timestamp(IpAddress from, IcmpHeader request) {
        Packet packet = delivery.packet();
        byte[] times = new byte[3 * TIME];
        byte[] asked = packet.payload();
        System.arraycopy(asked, 0, times, 0, Math.min(TIME, asked.length));
        int now = (int) (delivery.run().world().now() / 1_000_000 % DAY_MILLIS);
        for (int i = 0; i < TIME; i++) {
            times[TIME + i] = (byte) (now >>> (24 - 8 * i));
            times[2 * TIME + i] = times[TIME + i];
        }
        return Packets.icmp(from, packet.source(), TIMESTAMP_REPLY, 0)
                .query(request.id(), request.sequence())
                .payload(times);
    }
}
