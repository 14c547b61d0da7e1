package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Packet;
import nfstep.packet.Protocols;

/**
 * What tells the flows of {@code -m hashlimit} apart: {@code hashlimit_init_dst}.
 *
 * @param words those of {@link #WORDS} that count, in that order; none for one flow of all packets
 * @param sourcePrefix how many bits of the source count
 * @param destinationPrefix how many bits of the destination count
 * @param bits how many an address has
 */
record HashlimitKeying(List<String> words, int sourcePrefix, int destinationPrefix, int bits) {
    /** What may count. */
    static final List<String> WORDS = List.of("srcip", "srcport", "dstip", "dstport");

    private static final int AH_PORTS = 4;
    private static final int PORTS = 4;

    HashlimitKeying {
        words = List.copyOf(words);
    }

    /** Reads the three options. */
    static HashlimitKeying read(Reading reading) {
        int bits = reading.family().bits();
        return new HashlimitKeying(
                reading.value("hashlimit-mode", List.of(), use -> words(reading, use)),
                reading.value("hashlimit-srcmask", bits, use -> prefix(reading, use)),
                reading.value("hashlimit-dstmask", bits, use -> prefix(reading, use)),
                bits);
    }

    private static List<String> words(Reading reading, OptionUse use) {
        List<String> given = new ArrayList<>(List.of(use.word().split("[,|]")));
        given.removeIf(String::isEmpty);
        if (!WORDS.containsAll(given)) {
            reading.refuse(
                    use,
                    "takes srcip, srcport, dstip and dstport with commas between, not " + Quoting.quote(use.word()));
        }
        return WORDS.stream().filter(given::contains).toList();
    }

    private static int prefix(Reading reading, OptionUse use) {
        OptionalInt length = PrefixWord.length(reading.family(), use.word());
        if (length.isEmpty() || length.getAsInt() == PrefixWord.GAPS) {
            reading.refuse(
                    use,
                    "takes a length from 0 to " + reading.family().bits() + " or a mask without gaps, not "
                            + Quoting.quote(use.word()));
        }
        return Math.max(length.orElse(0), 0);
    }

    /** The flow that a packet belongs to; none where ports count and are cut short. */
    Optional<HashlimitTable.Flow> of(Packet packet) {
        IpFamily family = packet.family();
        boolean ports = words.contains("srcport") || words.contains("dstport");
        int at = ports ? portsAt(packet) : -1;
        if (at >= 0 && at + PORTS > packet.length()) {
            return Optional.empty();
        }
        return Optional.of(new HashlimitTable.Flow(
                words.contains("srcip")
                        ? packet.source().and(IpAddress.mask(family, sourcePrefix))
                        : IpAddress.any(family),
                words.contains("srcport") && at >= 0 ? packet.u16(at) : 0,
                words.contains("dstip")
                        ? packet.destination().and(IpAddress.mask(family, destinationPrefix))
                        : IpAddress.any(family),
                words.contains("dstport") && at >= 0 ? packet.u16(at + 2) : 0));
    }

    /** {@code proto_ports_offset}, from the IP header; -1 for a protocol without ports. */
    private static int portsAt(Packet packet) {
        return switch (packet.protocol()) {
            case Protocols.TCP, Protocols.UDP, Protocols.DCCP, Protocols.ESP, Protocols.SCTP, Protocols.UDPLITE ->
                packet.headerLength();
            case Protocols.AH -> packet.headerLength() + AH_PORTS;
            default -> -1;
        };
    }
}
