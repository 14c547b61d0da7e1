package nfstep.packet;

import java.util.Arrays;
import java.util.Optional;

/**
 * An IP packet: its bytes, and what they say.
 *
 * <p>A packet cannot change; each {@code with...} gives another one, with the checksums that cover the change
 * updated as RFC 1624 says, so that a wrong checksum stays wrong.
 */
public final class Packet {
    private final byte[] bytes;
    private final Layout layout;

    private Packet(byte[] bytes) {
        this.bytes = bytes;
        this.layout = Layout.of(bytes);
    }

    /** The packet at the start of the bytes, which a stack must accept; padding behind it is left out. */
    public static Packet of(byte[] bytes) {
        Optional<String> refusal = refusal(bytes);
        if (refusal.isPresent()) {
            throw new IllegalArgumentException(refusal.get());
        }
        return new Packet(Arrays.copyOf(bytes, Layout.declaredLength(bytes)));
    }

    /** As {@link #of}; empty for bytes that a stack does not accept. */
    public static Optional<Packet> parse(byte[] bytes) {
        return refusal(bytes).isPresent() ? Optional.empty() : Optional.of(of(bytes));
    }

    /** As {@link #parse}, but the end may be missing, as in an ICMP error or a short capture. */
    public static Optional<Packet> parseTruncated(byte[] bytes) {
        return Layout.refusal(bytes).isPresent()
                ? Optional.empty()
                : Optional.of(new Packet(Arrays.copyOf(bytes, Math.min(bytes.length, Layout.declaredLength(bytes)))));
    }

    /** Takes over an array that nobody else has. */
    static Packet adopt(byte[] bytes) {
        return new Packet(bytes);
    }

    private static Optional<String> refusal(byte[] bytes) {
        Optional<String> header = Layout.refusal(bytes);
        if (header.isPresent() || bytes.length >= Layout.declaredLength(bytes)) {
            return header;
        }
        return Optional.of("packet of " + Layout.declaredLength(bytes) + " bytes in " + bytes.length);
    }

    /** IPv4 or IPv6. */
    public IpFamily family() {
        return layout.family();
    }

    /** Whether it is an IPv4 packet. */
    public boolean isIpv4() {
        return layout.family() == IpFamily.IPV4;
    }

    /** The sender's address. */
    public IpAddress source() {
        return isIpv4() ? new Ipv4Address(i32(12)) : new Ipv6Address(Wire.i64(bytes, 8), Wire.i64(bytes, 16));
    }

    /** The receiver's address. */
    public IpAddress destination() {
        return isIpv4() ? new Ipv4Address(i32(16)) : new Ipv6Address(Wire.i64(bytes, 24), Wire.i64(bytes, 32));
    }

    /** The bits of the IPv4 source. */
    public int sourceBits() {
        return ipv4("source bits", 12);
    }

    /** The bits of the IPv4 destination. */
    public int destinationBits() {
        return ipv4("destination bits", 16);
    }

    /** The protocol of the upper layer, for IPv6 after all extension headers. */
    public int protocol() {
        return layout.protocol();
    }

    /** Time to live or hop limit. */
    public int ttl() {
        return u8(isIpv4() ? 8 : 7);
    }

    /** Type of service or traffic class. */
    public int tos() {
        return isIpv4() ? u8(1) : u16(0) >>> 4 & 0xff;
    }

    /** The identification of IPv4; IPv6 has none in its header: 0. */
    public int id() {
        return isIpv4() ? u16(4) : 0;
    }

    /** The flow label of IPv6; IPv4 has none: 0. */
    public int flowLabel() {
        return isIpv4() ? 0 : i32(0) & 0xfffff;
    }

    /** Whether routers must not fragment it: the flag of IPv4. */
    public boolean dontFragment() {
        return (layout.fragment() & Layout.DONT_FRAGMENT) != 0;
    }

    /** Whether it is a fragment other than the last. */
    public boolean moreFragments() {
        return (layout.fragment() & Layout.MORE_FRAGMENTS) != 0;
    }

    /** Where the fragment belongs, in units of eight bytes. */
    public int fragmentOffset() {
        return layout.fragment() & Layout.OFFSET;
    }

    /** Whether it is a part of a larger packet. */
    public boolean isFragment() {
        return (layout.fragment() & (Layout.OFFSET | Layout.MORE_FRAGMENTS)) != 0;
    }

    /** How many bytes there are. */
    public int length() {
        return bytes.length;
    }

    /** How many bytes the header says; more than there are when the end was cut off. */
    public int declaredLength() {
        return Layout.declaredLength(bytes);
    }

    /** Where the upper layer starts. */
    public int headerLength() {
        return layout.headerLength();
    }

    /** How many bytes there are of the upper layer. */
    public int transportLength() {
        return bytes.length - layout.headerLength();
    }

    /** The bytes between two offsets of the packet. */
    public Bytes slice(int from, int to) {
        return Bytes.of(bytes, from, to);
    }

    /** Whether the first bytes of the upper layer are here, at least as many as asked for. */
    public boolean hasTransport(int count) {
        return fragmentOffset() == 0 && transportLength() >= count;
    }

    /** The byte at an offset of the packet. */
    public int u8(int at) {
        return bytes[at] & 0xff;
    }

    /** The 16 bits at an offset of the packet. */
    public int u16(int at) {
        return Wire.u16(bytes, at);
    }

    /** The 32 bits at an offset of the packet. */
    public int i32(int at) {
        return Wire.i32(bytes, at);
    }

    /** The source port, or -1 when there is none. */
    public int sourcePort() {
        return hasPorts() ? u16(layout.headerLength()) : -1;
    }

    /** The destination port, or -1 when there is none. */
    public int destinationPort() {
        return hasPorts() ? u16(layout.headerLength() + 2) : -1;
    }

    /** Whether source and destination port are here. */
    public boolean hasPorts() {
        return Protocols.hasPorts(layout.protocol()) && hasTransport(4);
    }

    /** The TCP header, when it is here as a whole. */
    public Optional<TcpHeader> tcp() {
        return TcpHeader.of(this);
    }

    /** The UDP header, when it is here as a whole. */
    public Optional<UdpHeader> udp() {
        return UdpHeader.of(this);
    }

    /** The ICMP or ICMPv6 header, when it is here as a whole. */
    public Optional<IcmpHeader> icmp() {
        return IcmpHeader.of(this);
    }

    /** The packet that an ICMP error quotes, mostly without its end. */
    public Optional<Packet> quoted() {
        return icmp().filter(IcmpHeader::isError).flatMap(error -> parseTruncated(payload()));
    }

    /** Whether the header checksum of IPv4 is right; IPv6 has none to be wrong. */
    public boolean headerChecksumOk() {
        return !isIpv4() || Checksum.of(bytes, 0, layout.headerLength()) == 0;
    }

    /** Whether the checksum of the upper layer is right, or cannot be known: there is none, or bytes are missing. */
    public boolean transportChecksumOk() {
        return isFragment() || declaredLength() > length() || PacketEdit.checksumOk(this);
    }

    /** The IPv4 options. */
    public Bytes ipOptions() {
        return isIpv4() ? slice(Layout.IPV4_HEADER, layout.headerLength()) : Bytes.EMPTY;
    }

    /** A copy of all bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The upper layer, header included. */
    public Bytes transportBytes() {
        return slice(layout.headerLength(), bytes.length);
    }

    /** What the upper layer carries; all of it when its header is not known or not here. */
    public byte[] payload() {
        return Arrays.copyOfRange(bytes, layout.headerLength() + knownHeader(), bytes.length);
    }

    /** The packet from another address. */
    public Packet withSource(IpAddress address) {
        return new PacketEdit(this).address(isIpv4() ? 12 : 8, address).packet();
    }

    /** The packet from another address whose upper layer keeps a checksum that was made without it. */
    public Packet withSourceOnly(IpAddress address) {
        return new PacketEdit(this).headerAddress(isIpv4() ? 12 : 8, address).packet();
    }

    /** The packet to another address. */
    public Packet withDestination(IpAddress address) {
        return new PacketEdit(this).address(isIpv4() ? 16 : 24, address).packet();
    }

    /** The packet to another address whose upper layer keeps a checksum that was made without it. */
    public Packet withDestinationOnly(IpAddress address) {
        return new PacketEdit(this).headerAddress(isIpv4() ? 16 : 24, address).packet();
    }

    /** The packet from another port. */
    public Packet withSourcePort(int port) {
        return new PacketEdit(this).port(0, port).packet();
    }

    /** The packet to another port. */
    public Packet withDestinationPort(int port) {
        return new PacketEdit(this).port(2, port).packet();
    }

    /** The ICMP query with another id. */
    public Packet withIcmpId(int id) {
        if (icmp().isEmpty()) {
            throw new IllegalStateException("no ICMP header: " + this);
        }
        return new PacketEdit(this)
                .set16(headerLength() + 4, Wire.fit("id", id, 16))
                .packet();
    }

    /** The packet with another time to live or hop limit. */
    public Packet withTtl(int ttl) {
        Wire.fit("ttl", ttl, 8);
        PacketEdit edit = new PacketEdit(this);
        return (isIpv4() ? edit.set16(8, ttl << 8 | u8(9)) : edit.set16(6, u8(6) << 8 | ttl)).packet();
    }

    /** The packet with another type of service or traffic class. */
    public Packet withTos(int tos) {
        Wire.fit("tos", tos, 8);
        int word = isIpv4() ? u8(0) << 8 | tos : (u16(0) & 0xf00f) | tos << 4;
        return new PacketEdit(this).set16(0, word).packet();
    }

    /** The IPv4 packet with another identification. */
    public Packet withId(int id) {
        ipv4("id", 0);
        return new PacketEdit(this).set16(4, Wire.fit("id", id, 16)).packet();
    }

    /** The IPv4 packet with the flag set or not. */
    public Packet withDontFragment(boolean dontFragment) {
        ipv4("don't fragment", 0);
        int rest = u16(6) & ~Layout.DONT_FRAGMENT;
        return new PacketEdit(this)
                .set16(6, dontFragment ? rest | Layout.DONT_FRAGMENT : rest)
                .packet();
    }

    /** The IPv4 packet as a faulty line would bring it: no host takes a header that does not sum up. */
    public Packet withWrongHeaderChecksum() {
        byte[] changed = bytes();
        changed[11] ^= 1;
        return adopt(changed);
    }

    /** The packet with another upper layer, header included, whose checksum is then made right. */
    public Packet withTransportBytes(byte[] transport) {
        return PacketEdit.transport(this, transport);
    }

    /** The packet with another 16-bit word at that even offset of the upper layer; a wrong checksum stays as wrong. */
    public Packet withTransportWord(int at, int word) {
        return new PacketEdit(this)
                .set16(headerLength() + at, Wire.fit("word", word, 16))
                .packet();
    }

    /** The TCP packet with more bytes at that offset of the upper layer, both even; a wrong checksum stays as wrong. */
    public Packet withTransportInserted(int at, byte[] more) {
        return PacketEdit.inserted(this, at, more);
    }

    /** The ICMP error with another quotation; its checksum is made right, as {@code nf_nat_icmp_reply_translation}. */
    public Packet withQuoted(Packet quoted) {
        byte[] transport = Arrays.copyOfRange(bytes, headerLength(), headerLength() + 8 + quoted.length());
        System.arraycopy(quoted.bytes, 0, transport, 8, quoted.length());
        return withTransportBytes(transport);
    }

    Layout layout() {
        return layout;
    }

    private int ipv4(String what, int at) {
        if (!isIpv4()) {
            throw new IllegalStateException(what + " of an IPv6 packet");
        }
        return i32(at);
    }

    private int knownHeader() {
        return switch (protocol()) {
            case Protocols.TCP -> tcp().map(TcpHeader::headerLength).orElse(0);
            case Protocols.UDP, Protocols.ICMP, Protocols.ICMPV6 -> hasTransport(8) ? 8 : 0;
            default -> 0;
        };
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Packet that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** One line, nearly as tcpdump prints it. */
    @Override
    public String toString() {
        return PacketLine.of(this);
    }
}
