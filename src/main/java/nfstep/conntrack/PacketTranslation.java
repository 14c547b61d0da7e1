package nfstep.conntrack;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;

/** Rewrites packets as their connections say: {@code net/netfilter/nf_nat_proto.c}, {@code nf_nat_manip_pkt}. */
public final class PacketTranslation {
    private static final int GRE_VERSION = 0x7;

    private PacketTranslation() {}

    /**
     * Whether packets of that direction are translated at that end: {@code nf_nat_packet}. What is done to the source of one
     * direction is done to the destination of the other.
     */
    public static boolean applies(Connection connection, Direction direction, Manip manip) {
        Manip original = direction == Direction.ORIGINAL ? manip : manip.opposite();
        return connection.has(original.translates());
    }

    /** What packets of that direction look like behind the translation. */
    public static Tuple target(Connection connection, Direction direction) {
        return Tuples.inverse(connection.tuple(direction.opposite())).orElseThrow();
    }

    /** The packet with source or destination of the target: address, and port, id or key. */
    public static Translation translate(Packet packet, Manip manip, Tuple target) {
        return switch (packet.protocol()) {
            case Protocols.TCP, Protocols.UDP, Protocols.UDPLITE, Protocols.SCTP ->
                packet.hasTransport(8) ? readdressed(withPort(packet, manip, target), manip, target) : tooShort(packet);
            case Protocols.ICMP, Protocols.ICMPV6 ->
                packet.hasTransport(8) ? readdressed(withId(packet, target), manip, target) : tooShort(packet);
            case Protocols.GRE -> packet.hasTransport(8) ? gre(packet, manip, target) : tooShort(packet);
            default -> readdressed(packet, manip, target);
        };
    }

    /** The ICMP error with its own addresses and those of the packet that it quotes translated. */
    public static Translation translateIcmpError(Packet packet, Connection connection, CtInfo info, Manip manip) {
        return new IcmpErrorTranslation(connection, info.direction(), manip).translate(packet);
    }

    private static Translation readdressed(Packet packet, Manip manip, Tuple target) {
        return new Translation.Translated(
                manip == Manip.SRC ? packet.withSource(target.source()) : packet.withDestination(target.destination()));
    }

    private static Packet withPort(Packet packet, Manip manip, Tuple target) {
        return manip == Manip.SRC
                ? packet.withSourcePort(target.sourceKey())
                : packet.withDestinationPort(target.destinationKey());
    }

    /** Only queries have an id; of ICMPv6 only echo is rewritten. */
    private static Packet withId(Packet packet, Tuple target) {
        boolean hasId = packet.icmp()
                .map(icmp -> packet.isIpv4() ? icmp.isQuery() : icmp.type() == 128 || icmp.type() == 129)
                .orElse(false);
        return hasId ? packet.withIcmpId(target.sourceKey()) : packet;
    }

    /** Version 1 has one key, of the receiver: {@code gre_manip_pkt}. */
    private static Translation gre(Packet packet, Manip manip, Tuple target) {
        int version = packet.u16(packet.headerLength()) & GRE_VERSION;
        if (manip == Manip.SRC || version == 0) {
            return readdressed(packet, manip, target);
        }
        if (version != 1) {
            return new Translation.Dropped("GRE of unknown version " + version);
        }
        byte[] bytes = packet.bytes();
        bytes[packet.headerLength() + 6] = (byte) (target.destinationKey() >>> 8);
        bytes[packet.headerLength() + 7] = (byte) target.destinationKey();
        return readdressed(Packet.parseTruncated(bytes).orElseThrow(), manip, target);
    }

    private static Translation tooShort(Packet packet) {
        return new Translation.Dropped("only " + packet.transportLength() + " bytes of "
                + Protocols.name(packet.protocol()) + ", of which 8 are needed to translate it");
    }
}
