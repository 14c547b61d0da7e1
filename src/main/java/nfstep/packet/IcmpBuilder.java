package nfstep.packet;

import java.util.Arrays;

/** An ICMP or ICMPv6 message in the making. */
public final class IcmpBuilder extends PacketBuilder<IcmpBuilder> {
    /** How long an ICMP error gets at most: RFC 1812 section 4.3.2.3, RFC 4443 section 2.4. */
    private static final int LONGEST_IPV4_ERROR = 576;

    private static final int LONGEST_IPV6_ERROR = 1280;

    private final int typeAndCode;
    private final int rest;
    private final Bytes body;

    private IcmpBuilder(IpFields ip, int typeAndCode, int rest, Bytes body) {
        super(ip);
        this.typeAndCode = typeAndCode;
        this.rest = rest;
        this.body = body;
    }

    static IcmpBuilder of(IpFields ip, int type, int code) {
        int word = Wire.fit("ICMP type", type, 8) << 8 | Wire.fit("ICMP code", code, 8);
        return new IcmpBuilder(ip, word, 0, Bytes.EMPTY);
    }

    /** The word behind the checksum: gateway, MTU, pointer, or id and sequence number. */
    public IcmpBuilder rest(int word) {
        return new IcmpBuilder(ip(), typeAndCode, word, body);
    }

    /** Id and sequence number of a query. */
    public IcmpBuilder query(int id, int sequence) {
        return rest(Wire.fit("id", id, 16) << 16 | Wire.fit("sequence", sequence, 16));
    }

    /** What follows the header. */
    public IcmpBuilder payload(byte[] data) {
        return new IcmpBuilder(ip(), typeAndCode, rest, Bytes.of(data));
    }

    /** Quotes a packet, as much of it as an error may. */
    public IcmpBuilder quoting(Packet packet) {
        return quoting(packet, ip().family() == IpFamily.IPV4 ? LONGEST_IPV4_ERROR : LONGEST_IPV6_ERROR);
    }

    /** Quotes a packet, as much of it as keeps the whole error within a length. */
    public IcmpBuilder quoting(Packet packet, int longest) {
        int header = ip().family() == IpFamily.IPV4 ? Layout.IPV4_HEADER : Layout.IPV6_HEADER;
        int room = Math.max(0, longest - header - IcmpHeader.LENGTH);
        return payload(Arrays.copyOf(packet.bytes(), Math.min(packet.length(), room)));
    }

    @Override
    IcmpBuilder with(IpFields fields) {
        return new IcmpBuilder(fields, typeAndCode, rest, body);
    }

    @Override
    byte[] transport() {
        byte[] bytes = new byte[IcmpHeader.LENGTH + body.length()];
        Wire.put16(bytes, 0, typeAndCode);
        Wire.put32(bytes, 4, rest);
        System.arraycopy(body.toArray(), 0, bytes, IcmpHeader.LENGTH, body.length());
        return bytes;
    }
}
