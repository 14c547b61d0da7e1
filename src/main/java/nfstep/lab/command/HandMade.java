package nfstep.lab.command;

import java.util.Optional;
import nfstep.packet.MacAddress;
import nfstep.packet.Packet;
import nfstep.parse.Word;

/**
 * A packet that {@code send} is told to send.
 *
 * @param mark of the socket
 * @param device the device that it arrives by, if it does not come from a raw socket
 * @param target the link-layer address of the frame, where it is not that of the device
 */
public record HandMade(Packet packet, int mark, Optional<Word> device, Optional<MacAddress> target) {
    /** What a well-formed {@code send} command asks for. */
    public static HandMade of(Step send) {
        return read(send.line());
    }

    static HandMade read(CommandLine line) {
        Word first = line.word(1, "the protocol");
        return first.text().contains(" ") ? QuotedPacket.read(line) : new SendFields(line).read();
    }
}
