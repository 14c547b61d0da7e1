package nfstep.tui.pane;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import nfstep.conntrack.Direction;
import nfstep.packet.IcmpHeader;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.packet.TcpHeader;
import nfstep.rules.CtRef;
import nfstep.rules.Decision;
import nfstep.rules.Device;
import nfstep.rules.Skb;
import nfstep.trace.Scene;

/**
 * One row of the packet inspector.
 *
 * @param was the value before this step; empty if it did not change
 */
record PacketField(String label, String value, String was) {
    /** All rows, always the same ones in the same order, so that nothing jumps. */
    static List<PacketField> of(Skb now, Skb before, Scene scene) {
        String in = scene.after()
                .focus()
                .where()
                .flatMap(w -> w.in())
                .or(now::in)
                .map(Device::name)
                .orElse("-");
        return List.of(
                field("src", end(now.packet(), true), end(before.packet(), true)),
                field("dst", end(now.packet(), false), end(before.packet(), false)),
                field("proto", transport(now.packet()), transport(before.packet())),
                field("ip", header(now.packet()), header(before.packet())),
                field("in", in, in),
                field("out", out(now), out(before)),
                field("ct", connection(now.ct()), connection(before.ct())),
                field("mark", mark(now), mark(before)));
    }

    private static PacketField field(String label, String now, String before) {
        return new PacketField(label, now, now.equals(before) ? "" : before);
    }

    private static String end(Packet p, boolean source) {
        String address = (source ? p.source() : p.destination()).toString();
        int port = source ? p.sourcePort() : p.destinationPort();
        return port < 0 ? address : address + ":" + port;
    }

    private static String transport(Packet p) {
        if (p.tcp().isPresent()) {
            TcpHeader tcp = p.tcp().get();
            return "TCP " + tcp.flags().letters() + " seq " + tcp.unsignedSequence() + " ack "
                    + tcp.unsignedAcknowledgement() + " win " + tcp.window();
        }
        if (p.icmp().isPresent()) {
            return icmp(p.icmp().get());
        }
        return Protocols.name(p.protocol()).toUpperCase(Locale.ROOT) + " length " + p.transportLength();
    }

    private static String icmp(IcmpHeader icmp) {
        String name = "ICMP " + icmp.typeName();
        return icmp.isQuery()
                ? name + " id " + icmp.id() + " seq " + icmp.sequence()
                : "ICMP " + icmp.type() + "/" + icmp.code() + " " + icmp.typeName();
    }

    private static String header(Packet p) {
        return "ttl " + p.ttl() + " len " + p.length() + " tos 0x"
                + HexFormat.of().toHexDigits((byte) p.tos()) + " id " + p.id() + (p.dontFragment() ? " DF" : "");
    }

    private static String out(Skb skb) {
        return skb.route()
                .map(d -> d.kind() == Decision.Kind.LOCAL && d.out().isEmpty()
                        ? "(this host)"
                        : d.out().map(Device::name).orElse("-"))
                .orElse("-");
    }

    private static String connection(CtRef ct) {
        if (!ct.info().hasConnection()) {
            return ct.info() == nfstep.conntrack.CtInfo.UNTRACKED ? "UNTRACKED" : "-";
        }
        String way = ct.info().direction() == Direction.REPLY ? "reply" : "original";
        return ct.connection() + " " + ct.info().state() + " " + way;
    }

    private static String mark(Skb skb) {
        return "0x" + Integer.toHexString(skb.mark());
    }
}
