package nfstep.packet;

import java.util.zip.CRC32C;

/** The checksum fields of the upper layers. */
final class Transport {
    private static final int SCTP_CHECKSUM = 8;
    private static final int SCTP_HEADER = 12;

    private Transport() {}

    /** Where the Internet checksum is in the header of a protocol; negative when there is none. */
    static int checksumAt(int protocol) {
        return switch (protocol) {
            case Protocols.TCP -> 16;
            case Protocols.UDP, Protocols.UDPLITE, Protocols.DCCP -> 6;
            case Protocols.ICMP, Protocols.ICMPV6 -> 2;
            default -> -1;
        };
    }

    /** How long the header is at least; a shorter piece, as an ICMP error quotes it, has its checksum left alone. */
    static int headerLength(int protocol) {
        return switch (protocol) {
            case Protocols.TCP -> 20;
            case Protocols.DCCP, Protocols.SCTP -> SCTP_HEADER;
            default -> 8;
        };
    }

    /** Whether the checksum also covers the addresses. */
    static boolean coversAddresses(int protocol) {
        return protocol != Protocols.ICMP && checksumAt(protocol) >= 0;
    }

    /** Writes the right checksum into the bytes of a whole packet. */
    static void seal(byte[] packet, Layout layout) {
        int at = layout.headerLength() + checksumAt(layout.protocol());
        if ((layout.fragment() & (Layout.OFFSET | Layout.MORE_FRAGMENTS)) != 0
                || packet.length - layout.headerLength() < headerLength(layout.protocol())) {
            return;
        }
        if (layout.protocol() == Protocols.SCTP) {
            sealSctp(packet, layout.headerLength());
        } else if (checksumAt(layout.protocol()) >= 0) {
            Wire.put16(packet, at, 0);
            Wire.put16(packet, at, notZero(layout.protocol(), checksum(packet, layout)));
        }
    }

    /** In UDP zero means that there is no checksum, so a sum of zero is sent as all ones: RFC 768. */
    static int notZero(int protocol, int checksum) {
        boolean zeroIsNone = protocol == Protocols.UDP || protocol == Protocols.UDPLITE;
        return checksum == 0 && zeroIsNone ? 0xffff : checksum;
    }

    /** CRC32c, least significant byte first: RFC 9260 appendix A. */
    static void sealSctp(byte[] packet, int header) {
        Wire.put32(packet, header + SCTP_CHECKSUM, 0);
        CRC32C crc = new CRC32C();
        crc.update(packet, header, packet.length - header);
        Wire.put32(packet, header + SCTP_CHECKSUM, Integer.reverseBytes((int) crc.getValue()));
    }

    /** The length in the pseudo header: for UDP what its header says, which may leave out padding. */
    static int pseudoLength(byte[] packet, Layout layout) {
        int whole = packet.length - layout.headerLength();
        return layout.protocol() == Protocols.UDP ? coverage(packet, layout, 4) : whole;
    }

    private static int checksum(byte[] packet, Layout layout) {
        return coversAddresses(layout.protocol())
                ? Checksum.transport(packet, layout, layout.headerLength() + covered(packet, layout))
                : Checksum.of(packet, layout.headerLength(), packet.length);
    }

    /** How many bytes are summed: RFC 768, RFC 3828 section 3.1, RFC 4340 section 9.2. */
    private static int covered(byte[] packet, Layout layout) {
        int whole = packet.length - layout.headerLength();
        return switch (layout.protocol()) {
            case Protocols.UDP, Protocols.UDPLITE -> coverage(packet, layout, 4);
            case Protocols.DCCP -> {
                int words = Wire.u8(packet, layout.headerLength() + 5) & 0xf;
                int header = Wire.u8(packet, layout.headerLength() + 4) * 4;
                yield words == 0 ? whole : Math.min(whole, header + (words - 1) * 4);
            }
            default -> whole;
        };
    }

    /** A length field, when it makes sense. */
    private static int coverage(byte[] packet, Layout layout, int at) {
        int whole = packet.length - layout.headerLength();
        int said = Wire.u16(packet, layout.headerLength() + at);
        return said >= UdpHeader.LENGTH && said <= whole ? said : whole;
    }
}
