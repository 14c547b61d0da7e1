package nfstep.rules.xt;

import nfstep.packet.Packet;
import nfstep.packet.Protocols;

/** The numbers of security associations that a match on a header of IPsec asks for: {@code spi_match} of the kernel. */
record Spis(NumberRange range) {
    /** The highest number that an option takes. */
    static final long MOST = 0xffff_ffffL;

    /** A header with such a number. */
    enum Header {
        /** {@code struct ip_esp_hdr}: the number, a counter. */
        ESP(Protocols.ESP, 8, 0, 4),
        /** {@code struct ip_auth_hdr}: what follows, a length, two bytes, the number, a counter. */
        AH(Protocols.AH, 12, 4, 4),
        /** {@code struct ip_comp_hdr}: what follows, flags, the number. */
        IPCOMP(Protocols.IPCOMP, 4, 2, 2);

        private final int protocol;
        private final int length;
        private final int at;
        private final int width;

        Header(int protocol, int length, int at, int width) {
            this.protocol = protocol;
            this.length = length;
            this.at = at;
            this.width = width;
        }

        /** Refuses a rule that does not ask for the protocol. */
        void require(Reading reading) {
            Layer4.require(reading, protocol);
        }

        /** Whether it should be there and is not: the kernel drops such a packet. */
        boolean isCutShort(Packet packet) {
            return packet.fragmentOffset() == 0 && !packet.hasTransport(length);
        }

        /** The number. */
        private long of(Packet packet) {
            int start = packet.headerLength() + at;
            return width == 2 ? packet.u16(start) : Integer.toUnsignedLong(packet.i32(start));
        }

        /** What there is to see. */
        String seen(Packet packet) {
            return packet.hasTransport(length) ? "SPI " + of(packet) : Layer4.missing(packet, length, name());
        }
    }

    /** Reads the option; all numbers are meant where it was not given. */
    static Spis read(Reading reading, String option) {
        NumberRange all = new NumberRange(false, 0, MOST);
        return new Spis(reading.value(option, all, use -> NumberRange.read(reading, use, MOST)));
    }

    /** Whether the packet has such a header with one of the numbers, or none of them where inverted. */
    boolean hold(Packet packet, Header header) {
        return packet.hasTransport(header.length) && range.holds(header.of(packet));
    }

    private boolean isAll() {
        return range.first() == 0 && range.last() == MOST && !range.inverted();
    }

    /** As iptables-save prints them; empty for all of them. */
    String option(String name) {
        return isAll() ? "" : Parts.option(range.inverted(), name, range.text());
    }

    /** As a listing prints them: {@code spi:5}, {@code spis:!5:9}; empty for all of them. */
    String listing() {
        String name = range.first() == range.last() ? "spi:" : "spis:";
        return isAll() ? "" : name + (range.inverted() ? "!" : "") + range.text();
    }
}
