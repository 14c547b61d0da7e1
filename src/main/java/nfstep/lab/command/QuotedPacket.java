package nfstep.lab.command;

import java.util.Optional;
import nfstep.parse.Word;
import nfstep.parse.packet.PacketText;
import nfstep.parse.packet.ReadPacket;
import nfstep.source.Code;
import nfstep.source.Parsed;
import nfstep.source.SourceText;

/** {@code send 'LINE'}: a packet as another program printed it. */
final class QuotedPacket {
    private QuotedPacket() {}

    static HandMade read(CommandLine line) {
        Word quoted = line.word(1, "the line");
        Parsed<ReadPacket> packet = PacketText.read(new SourceText("the line", quoted.text()));
        if (!packet.ok()) {
            String reason = packet.diagnostics().get(0).message();
            throw line.problem(Code.BAD_VALUE, quoted, "send: " + reason);
        }
        ReadPacket found = packet.orElseThrow();
        Values.destination(line, new Word(found.packet().destination().toString(), quoted.span()));
        return new HandMade(found.packet(), found.seen().mark(), device(line, quoted, found), Optional.empty());
    }

    /** The device behind {@code in}, else the one that the line saw the packet come in by. */
    private static Optional<Word> device(CommandLine line, Word quoted, ReadPacket found) {
        if (line.words().size() > 2) {
            Word in = line.words().get(2);
            if (!in.is("in")) {
                throw line.problem(Code.SYNTAX, in, "behind the line only 'in DEV' may stand");
            }
            Options.none().read(line, 3).atMost(1);
            return Optional.of(line.word(3, "the device"));
        }
        String device = found.seen().in();
        return device.isEmpty() || device.equals("lo")
                ? Optional.empty()
                : Optional.of(new Word(device, quoted.span()));
    }
}
