package nfstep.kernel;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import nfstep.parse.packet.TracedPacket;
import nfstep.rules.Device;
import nfstep.rules.Hook;
import nfstep.rules.HookState;

/** What nftables traced in a namespace, as lines that {@link nfstep.trace.NftTrace} writes, too. */
final class NftLines {
    private final NftChains chains;
    private final Map<Integer, String> names;
    private final Map<Integer, String> shown = new HashMap<>();

    /** Those of a namespace with these chains and devices. */
    NftLines(NftChains chains, Map<Integer, String> names) {
        this.chains = chains;
        this.names = names;
    }

    /** The line; none for the end of a base chain, whose policy is told of next. */
    Optional<String> of(NftRecord record) {
        String path = NftChains.path(record.family(), record.table(), record.chain());
        if (record.tellsPacket()) {
            shown.put(record.id(), packet(record));
        }
        boolean isEnd = record.handle().isEmpty() && !record.isPolicy();
        if (isEnd && chains.isBase(path)) {
            return Optional.empty();
        }
        String mark = record.mark() == 0 ? "" : "MARK=0x" + Integer.toHexString(record.mark()) + " ";
        String place = record.table() + ":" + record.chain() + ":" + what(record, path);
        return Optional.of("TRACE: " + place + " " + shown.getOrDefault(record.id(), "") + mark);
    }

    private String what(NftRecord record, String path) {
        if (record.isPolicy()) {
            return "policy:" + chains.end(path) + ":" + record.verdict();
        }
        return record.handle()
                .map(handle -> "rule:" + chains.number(path, handle) + ":" + record.verdict())
                .orElseGet(() -> "return:" + chains.end(path));
    }

    private String packet(NftRecord record) {
        HookState where = new HookState(Hook.PREROUTING, device(record.in()), device(record.out()));
        return TracedPacket.line(where, record.networkHeader(), record.transportHeader());
    }

    private Optional<Device> device(int index) {
        return index == 0 ? Optional.empty() : Optional.of(new Device(index, names.getOrDefault(index, "if" + index)));
    }
}
