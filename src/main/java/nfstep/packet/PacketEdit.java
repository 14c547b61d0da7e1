package nfstep.packet;

import java.util.Arrays;

/** A changed copy of a packet whose checksums follow each change. */
final class PacketEdit {
    private static final int IP_CHECKSUM = 10;

    private final Packet before;
    private final Layout layout;
    private final byte[] bytes;

    PacketEdit(Packet before) {
        this.before = before;
        this.layout = before.layout();
        this.bytes = before.bytes();
    }

    PacketEdit address(int at, IpAddress address) {
        if (address.family() != layout.family()) {
            throw new IllegalArgumentException(address + " in a packet of " + layout.family());
        }
        byte[] value = address.bytes();
        for (int i = 0; i < value.length; i += 2) {
            set16(at + i, Wire.u16(value, i));
        }
        return this;
    }

    /** Sets an address, but only the checksum of the IP header follows. */
    PacketEdit headerAddress(int at, IpAddress address) {
        byte[] upper = Arrays.copyOfRange(bytes, layout.headerLength(), bytes.length);
        address(at, address);
        System.arraycopy(upper, 0, bytes, layout.headerLength(), upper.length);
        return this;
    }

    PacketEdit port(int at, int port) {
        if (!before.hasPorts()) {
            throw new IllegalStateException("no ports: " + before);
        }
        return set16(layout.headerLength() + at, Wire.fit("port", port, 16));
    }

    /** Sets the word at an even offset. */
    PacketEdit set16(int at, int value) {
        int old = Wire.u16(bytes, at);
        Wire.put16(bytes, at, value);
        if (layout.family() == IpFamily.IPV4 && at < layout.headerLength()) {
            Wire.put16(bytes, IP_CHECKSUM, Checksum.update(Wire.u16(bytes, IP_CHECKSUM), old, value));
        }
        if (transportCovers(at)) {
            updateTransport(old, value);
        }
        return this;
    }

    Packet packet() {
        return Packet.adopt(bytes);
    }

    /** The packet with another upper layer. */
    static Packet transport(Packet before, byte[] transport) {
        int header = before.headerLength();
        int total = header + transport.length;
        int declared = before.isIpv4() ? total : total - Layout.IPV6_HEADER;
        PacketEdit edit = new PacketEdit(before).set16(before.isIpv4() ? 2 : 4, Wire.fit("length", declared, 16));
        byte[] bytes = Arrays.copyOf(edit.bytes, total);
        System.arraycopy(transport, 0, bytes, header, transport.length);
        Transport.seal(bytes, Layout.of(bytes));
        return Packet.adopt(bytes);
    }

    /** The TCP packet with more bytes at an even offset of the upper layer: {@code inet_proto_csum_replace2}. */
    static Packet inserted(Packet before, int at, byte[] more) {
        int start = before.headerLength() + at;
        int length = before.transportLength();
        int declared = before.declaredLength() + more.length - (before.isIpv4() ? 0 : Layout.IPV6_HEADER);
        PacketEdit edit = new PacketEdit(before).set16(before.isIpv4() ? 2 : 4, Wire.fit("length", declared, 16));
        edit.updateTransport(length, length + more.length);
        for (int i = 0; i < more.length; i += 2) {
            edit.updateTransport(0, Wire.u16(more, i));
        }
        byte[] bytes = Arrays.copyOf(edit.bytes, edit.bytes.length + more.length);
        System.arraycopy(edit.bytes, start, bytes, start + more.length, edit.bytes.length - start);
        System.arraycopy(more, 0, bytes, start, more.length);
        return Packet.adopt(bytes);
    }

    /** Whether a right checksum would be the one that is there. */
    static boolean checksumOk(Packet packet) {
        if (packet.protocol() == Protocols.UDP
                && packet.hasTransport(8)
                && packet.u16(packet.headerLength() + 6) == 0) {
            return packet.isIpv4();
        }
        byte[] sealed = packet.bytes();
        Transport.seal(sealed, packet.layout());
        return Arrays.equals(sealed, packet.bytes());
    }

    private boolean transportCovers(int at) {
        if (!before.hasTransport(Transport.headerLength(layout.protocol()))) {
            return false;
        }
        int addresses = layout.family() == IpFamily.IPV4 ? 12 : 8;
        int end = layout.family() == IpFamily.IPV4 ? 20 : Layout.IPV6_HEADER;
        boolean isAddress = at >= addresses && at < end;
        return isAddress ? Transport.coversAddresses(layout.protocol()) : at >= layout.headerLength();
    }

    private void updateTransport(int old, int value) {
        int header = layout.headerLength();
        if (layout.protocol() == Protocols.SCTP) {
            Transport.sealSctp(bytes, header);
            return;
        }
        int at = header + Transport.checksumAt(layout.protocol());
        if (at < header || isUnsummedUdp(at)) {
            return;
        }
        int checksum = Checksum.update(Wire.u16(bytes, at), old, value);
        Wire.put16(bytes, at, Transport.notZero(layout.protocol(), checksum));
    }

    private boolean isUnsummedUdp(int at) {
        return layout.protocol() == Protocols.UDP && Wire.u16(bytes, at) == 0;
    }
}
