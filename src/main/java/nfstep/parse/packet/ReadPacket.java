package nfstep.parse.packet;

import java.util.List;
import nfstep.packet.Packet;

/**
 * A packet that was read from a line of another program.
 *
 * @param assumed what the line left open and how it was filled in, for people
 */
public record ReadPacket(Packet packet, Seen seen, List<String> assumed) {
    public ReadPacket {
        assumed = List.copyOf(assumed);
    }
}
