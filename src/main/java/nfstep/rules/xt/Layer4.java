package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;
import nfstep.rules.BaseMatch;

/** What matches on headers of the upper layer have in common. */
final class Layer4 {
    private Layer4() {}

    /** Refuses a rule that does not ask for the protocol, as the kernel does: {@code x_tables.c}, {@code xt_check_match}. */
    static void require(Reading reading, int protocol) {
        if (!asks(reading, protocol)) {
            reading.refuse("works for one protocol only: write -p " + Protocols.name(protocol) + " before it");
        }
    }

    /** Refuses an option in a rule that does not ask for the protocol. */
    static void requireFor(Reading reading, int protocol, String option) {
        if (!asks(reading, protocol)) {
            reading.refuse(
                    option + " works for one protocol only: write -p " + Protocols.name(protocol) + " before it");
        }
    }

    private static boolean asks(Reading reading, int protocol) {
        BaseMatch.Negatable<Integer> asked = reading.setting().base().protocol();
        return asked.value() == protocol && !asked.inverted();
    }

    /** Whether so many bytes follow the IP header, of a fragment as well: not every match looks at the offset. */
    static boolean follow(Packet packet, int count) {
        return packet.transportLength() >= count;
    }

    /**
     * Whether a port is one of those, where nothing but its two bytes is read, of a fragment as well: {@code
     * nft_payload_fast_eval}. All ports are not compared, not even with {@code !}.
     */
    static boolean holds(Packet packet, int at, Ports ports) {
        return ports.areAll() || (follow(packet, at + 2) && ports.holds(packet.u16(packet.headerLength() + at)));
    }

    /** Why a header of that many bytes cannot be looked at. */
    static String missing(Packet packet, int length, String protocol) {
        if (packet.fragmentOffset() != 0) {
            return "a fragment without " + protocol + " header, offset " + packet.fragmentOffset() * 8;
        }
        return protocol + " header cut short: " + packet.transportLength() + " of " + length + " bytes";
    }
}
