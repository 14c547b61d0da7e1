package nfstep.lab.fuzz;

import java.util.Optional;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.packet.TcpHeader;
import nfstep.packet.TcpOptions;
import nfstep.parse.packet.LogLine;
import nfstep.rules.Effect.LogFlags;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.Skb;

/** The {@code send} command that makes a packet: in plain fields if they can say it, else as a line of the kernel's log. */
final class SendText {
    private static final HookState NOWHERE = new HookState(Hook.OUTPUT, Optional.empty(), Optional.empty());

    private SendText() {}

    static String of(Packet packet) {
        if (packet.protocol() == Protocols.TCP && isPlain(packet)) {
            return tcp(packet, packet.tcp().orElseThrow()) + ip(packet);
        }
        if (packet.protocol() == Protocols.UDP) {
            return "send udp " + packet.source() + ":" + packet.sourcePort() + " " + packet.destination() + ":"
                    + packet.destinationPort() + length(packet) + ip(packet);
        }
        if (packet.protocol() == Protocols.TCP || packet.protocol() == Protocols.ICMP) {
            String line =
                    LogLine.of(NOWHERE, Skb.sent(1, packet), LogFlags.TRACE).strip();
            return "send '" + line + "'";
        }
        int length = packet.transportLength();
        return "send " + packet.protocol() + " " + packet.source() + " " + packet.destination() + " len " + length
                + ip(packet);
    }

    private static boolean isPlain(Packet packet) {
        return packet.tcp().filter(tcp -> tcp.options().equals(TcpOptions.NONE)).isPresent();
    }

    private static String tcp(Packet packet, TcpHeader tcp) {
        String letters = tcp.flags().letters().replaceAll("[\\[\\]]", "");
        return "send tcp " + packet.source() + ":" + tcp.sourcePort() + " " + packet.destination() + ":"
                + tcp.destinationPort() + " flags " + letters + " seq " + tcp.unsignedSequence() + " ack "
                + tcp.unsignedAcknowledgement() + " win " + tcp.window() + length(packet);
    }

    private static String length(Packet packet) {
        int length = packet.payload().length;
        return length == 0 ? "" : " len " + length;
    }

    private static String ip(Packet packet) {
        return (packet.ttl() == 64 ? "" : " ttl " + packet.ttl())
                + (packet.tos() == 0 ? "" : " tos " + packet.tos())
                + (packet.dontFragment() ? " df" : "");
    }
}
