package nfstep.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nfstep.conntrack.Connection;
import nfstep.conntrack.Trackers;
import nfstep.conntrack.UpperChecksum;
import nfstep.event.At;
import nfstep.event.BridgeEvent;
import nfstep.event.PathEvent;
import nfstep.event.TrackEvent;
import nfstep.host.FlowKey;
import nfstep.host.Link;
import nfstep.host.LinkEnd;
import nfstep.host.OutputRoute;
import nfstep.packet.EthernetHeader;
import nfstep.packet.IpAddress;
import nfstep.packet.Packet;
import nfstep.packet.Packets;
import nfstep.packet.TcpFlags;
import nfstep.packet.TcpHeader;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Owner;
import nfstep.rules.RejectWith;
import nfstep.rules.Skb;
import nfstep.state.Ids;

/** The answers of REJECT: {@code net/ipv4/netfilter/nf_reject_ipv4.c}. */
public record Rejection(HookContext context, Skb skb) {
    private static final Set<Decision.Kind> TO_ALL = EnumSet.of(Decision.Kind.BROADCAST, Decision.Kind.MULTICAST);
    private static final String BY = "REJECT --reject-with tcp-reset";

    /** Answers the packet. */
    void answer(RejectWith with) {
        if (with.isReset()) {
            reset();
            return;
        }
        if (!UpperChecksum.isRejectable(skb.packet())) {
            note("no ICMP error: the packet's checksum is wrong, or what would be one if it were ICMP");
            return;
        }
        new IcmpErrorSender(context.run(), context.namespace(), skb)
                .send(with.type(), with.code(), 0, "REJECT --reject-with " + with.word());
    }

    /** {@code nf_send_reset}: never for a RST, a fragment, a wrong checksum or what is for everybody. */
    private void reset() {
        Packet packet = skb.packet();
        if (skb.route().map(Decision::kind).filter(TO_ALL::contains).isPresent()) {
            note("no RST: the packet was addressed to everybody");
            return;
        }
        if (packet.fragmentOffset() > 0 || packet.tcp().isEmpty()) {
            note("no RST: there is no TCP header");
            return;
        }
        TcpHeader tcp = packet.tcp().get();
        if (tcp.flags().has(TcpFlags.RST) || !UpperChecksum.isRejectable(packet)) {
            note(tcp.flags().has(TcpFlags.RST) ? "no RST in answer to a RST" : "no RST: the checksum is wrong");
            return;
        }
        send(resetFor(packet, tcp, Settings.ttl(context.host())), Settings.replyMark(context.host(), skb));
    }

    /** The connection stays as it is where there is no way for the RST. */
    private void send(Packet rst, int mark) {
        FlowKey back = FlowKey.sent(rst.destination(), RoutingOutput.usable(context.host(), rst.source()))
                .with(rst.tos(), mark);
        if (OutputRoute.find(context.host(), back, true) instanceof OutputRoute.Refused) {
            note("no RST: no route to " + rst.destination());
            return;
        }
        close();
        var how = LocalOutput.Sending.answer(BY, skb)
                .from(Owner.NOBODY)
                .with(IcmpErrorSender.inherited(skb.ct()))
                .marked(mark)
                .with(LocalOutput.SourceFrom.ANSWERED)
                .keepingId();
        Optional<Link> port = skb.bridge().in().flatMap(d -> context.host().link(d.index()));
        if (port.isPresent()) {
            context.run().next(r -> sendBack(r, rst, port.get()));
        } else {
            LocalOutput.answer(context.run(), context.namespace(), rst, how);
        }
    }

    /**
     * In answer to a packet that came by a port of a bridge, the RST leaves by that port at once, from the address that the
     * packet's frame was sent to; it meets no hook.
     */
    private void sendBack(Run run, Packet rst, Link port) {
        EthernetHeader old = skb.ethernet().orElseThrow();
        EthernetHeader header = new EthernetHeader(old.source(), old.destination(), old.etherType());
        Ids ids = run.world().ids();
        Skb answer = Skb.sent(ids.packet(), rst).withEthernet(header);
        At at = new At(context.namespace(), answer.id());
        run.emit(new PathEvent.Sent(at, answer, BY, skb.id(), ids.afterPacket()));
        Device bridge = port.port()
                .flatMap(p -> context.host().link(p.bridge()))
                .map(BridgeAt::device)
                .orElseThrow();
        run.emit(new BridgeEvent.PortLeft(at, bridge, BridgeAt.device(port), answer));
        Wire.send(run, new LinkEnd(context.namespace(), port.index()), answer);
    }

    /** The RST that answers a segment, RFC 9293 section 3.5.2. */
    public static Packet resetFor(Packet packet, TcpHeader tcp, int ttl) {
        IpAddress us = packet.destination();
        IpAddress them = packet.source();
        int ourPort = tcp.destinationPort();
        int theirPort = tcp.sourcePort();
        var rst = Packets.tcp(us, ourPort, them, theirPort)
                .window(0)
                .ttl(ttl)
                .id(0)
                .dontFragment();
        if (tcp.flags().has(TcpFlags.ACK)) {
            return rst.flags(TcpFlags.RST).seq(tcp.unsignedAcknowledgement()).build();
        }
        int length = tcp.payloadLength()
                + (tcp.flags().has(TcpFlags.SYN) ? 1 : 0)
                + (tcp.flags().has(TcpFlags.FIN) ? 1 : 0);
        return rst.flags(TcpFlags.RST | TcpFlags.ACK)
                .ack(tcp.unsignedSequence() + length & 0xffffffffL)
                .build();
    }

    /** {@code nf_ct_set_closing}: a confirmed connection is closed at once. */
    private void close() {
        Connection connection = context.connection(skb);
        if (connection != null && connection.isConfirmed()) {
            Trackers.closing(connection, context.run().world().now(), Settings.of(context.host()))
                    .ifPresent(after -> context.emit(
                            new TrackEvent.Changed(context.at(skb), connection, after, "closed by the RST")));
        }
    }

    private void note(String what) {
        context.emit(new PathEvent.Noted(context.at(skb), what, List.of()));
    }
}
