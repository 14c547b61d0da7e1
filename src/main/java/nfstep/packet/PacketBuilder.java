package nfstep.packet;

/** A packet in the making; each step gives another builder, so that one may be kept and varied. */
public abstract sealed class PacketBuilder<B extends PacketBuilder<B>>
        permits TcpBuilder, UdpBuilder, IcmpBuilder, RawBuilder {
    private final IpFields ip;

    PacketBuilder(IpFields ip) {
        this.ip = ip;
    }

    /** Time to live or hop limit; 64 unless said. */
    public B ttl(int ttl) {
        return with(ip.withTtl(ttl));
    }

    /** Type of service or traffic class; 0 unless said. */
    public B tos(int tos) {
        return with(ip.withTos(tos));
    }

    /** IPv4 identification; 0 unless said. */
    public B id(int id) {
        return with(ip.withId(id));
    }

    /** Sets the IPv4 flag. */
    public B dontFragment() {
        return dontFragment(true);
    }

    /** The IPv4 flag; not set unless said. */
    public B dontFragment(boolean dontFragment) {
        return fragment(dontFragment ? Layout.DONT_FRAGMENT : 0);
    }

    /** The flags and the offset of IPv4 as one word of 16 bits: {@code frag_off}. */
    public B fragment(int word) {
        return with(ip.withFragment(word));
    }

    /** The IPv4 options, a multiple of four bytes. */
    public B ipOptions(Bytes options) {
        return with(ip.withOptions(options));
    }

    /** The IPv6 flow label; 0 unless said. */
    public B flowLabel(int label) {
        return with(ip.withFlowLabel(label));
    }

    /** The packet, with right checksums. */
    public Packet build() {
        return ip.packet(transport());
    }

    abstract B with(IpFields fields);

    abstract byte[] transport();

    IpFields ip() {
        return ip;
    }
}
