package nfstep.rules;

import java.util.Optional;

/**
 * Where a packet is met: {@code struct nf_hook_state}.
 *
 * @param in the device that {@code -i} compares; none where the packet is sent from here
 * @param out the device that {@code -o} compares; none before the routing decision. Fixed for the whole hook, even when
 *     the packet is routed anew within it
 */
public record HookState(Hook hook, Optional<Device> in, Optional<Device> out) {
    /** The name that {@code -i} compares with, empty for none. */
    public String inName() {
        return in.map(Device::name).orElse("");
    }

    /** The name that {@code -o} compares with, empty for none. */
    public String outName() {
        return out.map(Device::name).orElse("");
    }
}
