package nfstep.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.packet.EthernetHeader;
import nfstep.packet.Packet;
import nfstep.packet.PcapFile;
import nfstep.packet.PcapRecord;
import nfstep.parse.packet.LogLine;
import nfstep.rules.Device;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/**
 * The kernel's trace of one namespace as lines.
 *
 * @param names of the devices, by index
 */
record NflogTrace(Map<Integer, String> names) {
    private static final List<Hook> HOOKS =
            List.of(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);

    /** One line for each TRACE record, as the kernel's log would show it. */
    List<String> lines(PcapFile capture) {
        return capture.records().stream()
                .map(PcapRecord::data)
                .map(NflogRecord::of)
                .flatMap(Optional::stream)
                .filter(r -> r.prefix().startsWith("TRACE: "))
                .map(this::line)
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<String> line(NflogRecord record) {
        return Packet.parse(record.payload()).map(packet -> record.prefix() + text(record, packet));
    }

    private String text(NflogRecord record, Packet packet) {
        HookState where = new HookState(HOOKS.get(record.hook()), device(record.in()), device(record.out()));
        Skb skb = Skb.sent(1, packet)
                .withMark(record.mark())
                .withSocket(record.hasOwner())
                .withBridge(new Skb.BridgePorts(device(record.bridgeIn()), device(record.bridgeOut())));
        Skb arrived = where.in()
                .map(in -> skb.arriving(in, header(record), PacketType.HOST))
                .orElse(skb);
        return LogLine.of(where, arrived, Effect.LogFlags.TRACE);
    }

    private static Optional<EthernetHeader> header(NflogRecord record) {
        return EthernetHeader.parse(record.linkHeader());
    }

    private Optional<Device> device(int index) {
        return index == 0 ? Optional.empty() : Optional.of(new Device(index, names.getOrDefault(index, "if" + index)));
    }
}
