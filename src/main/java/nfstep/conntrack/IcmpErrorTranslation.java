package nfstep.conntrack;

import java.util.Arrays;
import java.util.Optional;
import nfstep.packet.Packet;

/**
 * Rewrites an ICMP error about a connection: {@code nf_nat_icmp_reply_translation}, {@code
 * nf_nat_icmpv6_reply_translation}.
 */
record IcmpErrorTranslation(Connection connection, Direction direction, Manip manip) {
    private static final int HEADER = 8;
    private static final int REDIRECT = 5;
    private static final int REDIRECT_V6 = 137;

    Translation translate(Packet packet) {
        if (!UpperChecksum.isRight(packet)) {
            return new Translation.Dropped("bad checksum of an ICMP error");
        }
        if (isRedirect(packet) && (isUndecided() || connection.isNatted())) {
            return new Translation.Dropped("a redirect would tell of addresses that are translated");
        }
        return PacketTranslation.applies(connection, direction, manip)
                ? translateBoth(packet)
                : new Translation.Translated(packet);
    }

    private static boolean isRedirect(Packet packet) {
        int type = packet.u8(packet.headerLength());
        return type == (packet.isIpv4() ? REDIRECT : REDIRECT_V6);
    }

    private boolean isUndecided() {
        return !connection.has(Manip.SRC.done()) || !connection.has(Manip.DST.done());
    }

    /** The quoted packet went the other way, so its other end is what the outer packet's end is. */
    private Translation translateBoth(Packet packet) {
        Tuple inner = connection.tuple(direction.opposite());
        Optional<Packet> quoted = packet.quoted();
        if (quoted.isEmpty()) {
            return new Translation.Dropped("an ICMP error that quotes no packet");
        }
        Translation translated = PacketTranslation.translate(quoted.get(), manip.opposite(), inner);
        return translated instanceof Translation.Translated done ? outer(quoting(packet, done.packet())) : translated;
    }

    /** Bytes behind the quoted packet stay (RFC 4884). */
    private static Packet quoting(Packet packet, Packet quoted) {
        byte[] transport = Arrays.copyOfRange(packet.bytes(), packet.headerLength(), packet.length());
        byte[] inner = quoted.bytes();
        System.arraycopy(inner, 0, transport, HEADER, inner.length);
        return packet.withTransportBytes(transport);
    }

    private Translation outer(Packet packet) {
        Tuple target = PacketTranslation.target(connection, direction);
        return new Translation.Translated(
                manip == Manip.SRC ? packet.withSource(target.source()) : packet.withDestination(target.destination()));
    }
}
