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
        return with(ip.withDontFragment(dontFragment));
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
