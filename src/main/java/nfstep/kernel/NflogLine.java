package nfstep.kernel;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import nfstep.packet.EthernetHeader;
import nfstep.packet.Packet;
import nfstep.parse.packet.LogLine;
import nfstep.rules.Device;
import nfstep.rules.Effect;
import nfstep.rules.Hook;
import nfstep.rules.HookState;
import nfstep.rules.PacketType;
import nfstep.rules.Skb;

/**
 * A packet that the kernel logged, as the line that its log would have.
 *
 * @param names of the namespace's devices, by index
 */
record NflogLine(Map<Integer, String> names) {
    private static final List<Hook> HOOKS =
            List.of(Hook.PREROUTING, Hook.INPUT, Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING);

    /** The line; none if the packet cannot be read. */
    Optional<String> of(NflogRecord record) {
        return Packet.parse(record.payload()).map(packet -> record.prefix() + text(record, packet));
    }

    private String text(NflogRecord record, Packet packet) {
        HookState where = new HookState(HOOKS.get(record.hook()), device(record.in()), device(record.out()));
        Skb skb = Skb.sent(1, packet)
                .withMark(record.mark())
                .withOwner(record.owner())
                .withBridge(new Skb.BridgePorts(device(record.bridgeIn()), device(record.bridgeOut())));
        Skb arrived = where.in()
                .map(in -> skb.arriving(in, EthernetHeader.parse(record.linkHeader()), PacketType.HOST))
                .orElse(skb);
        return LogLine.of(where, arrived, Effect.LogFlags.TRACE);
    }

    private Optional<Device> device(int index) {
        return index == 0 ? Optional.empty() : Optional.of(new Device(index, names.getOrDefault(index, "if" + index)));
    }
}
