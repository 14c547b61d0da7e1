package nfstep.parse.packet;

import java.util.Optional;
import nfstep.packet.EthernetHeader;

/**
 * Where a line saw its packet; empty names where it does not say.
 *
 * @param prefix what stood before the packet, as {@code TRACE: filter:INPUT:rule:1 }
 * @param in the device it came in by
 * @param out the device it leaves by
 * @param bridgeIn the port of a bridge it came in by
 * @param bridgeOut the port of a bridge it leaves by
 * @param mark the packet's mark, 0 for none
 */
public record Seen(
        String prefix,
        String in,
        String out,
        String bridgeIn,
        String bridgeOut,
        Optional<EthernetHeader> ethernet,
        int mark) {
    /** Nothing is known. */
    public static final Seen NOWHERE = new Seen("", "", "", "", "", Optional.empty(), 0);

    /** At a device, coming in. */
    public Seen arriving(String device) {
        return new Seen(prefix, device, out, bridgeIn, bridgeOut, ethernet, mark);
    }

    /** At a device, going out. */
    public Seen leaving(String device) {
        return new Seen(prefix, in, device, bridgeIn, bridgeOut, ethernet, mark);
    }

    /** In a frame. */
    public Seen framed(EthernetHeader header) {
        return new Seen(prefix, in, out, bridgeIn, bridgeOut, Optional.of(header), mark);
    }
}
