package nfstep.packet;

/** The two versions of IP. */
public enum IpFamily {
    /** RFC 791. */
    IPV4(32, 0x0800),
    /** RFC 8200. */
    IPV6(128, 0x86dd);

    private final int bits;
    private final int etherType;

    IpFamily(int bits, int etherType) {
        this.bits = bits;
        this.etherType = etherType;
    }

    /** How many bits an address has. */
    public int bits() {
        return bits;
    }

    /** The type field of an Ethernet frame that carries it. */
    public int etherType() {
        return etherType;
    }

    /** The number of its ICMP. */
    public int icmp() {
        return this == IPV4 ? Protocols.ICMP : Protocols.ICMPV6;
    }
}
