package nfstep.packet;

/** Where packets of both families are built. */
public final class Packets {
    private Packets() {}

    /** A TCP segment. */
    public static TcpBuilder tcp(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        return TcpBuilder.of(IpFields.of(source, destination, Protocols.TCP), sourcePort, destinationPort);
    }

    /** A UDP datagram. */
    public static UdpBuilder udp(IpAddress source, int sourcePort, IpAddress destination, int destinationPort) {
        return new UdpBuilder(
                IpFields.of(source, destination, Protocols.UDP), sourcePort, destinationPort, Bytes.EMPTY);
    }

    /** An echo request. */
    public static IcmpBuilder icmpEcho(IpAddress source, IpAddress destination, int id, int sequence) {
        int type = source.family() == IpFamily.IPV4 ? 8 : 128;
        return icmp(source, destination, type, 0).query(id, sequence);
    }

    /** An echo reply. */
    public static IcmpBuilder icmpEchoReply(IpAddress source, IpAddress destination, int id, int sequence) {
        int type = source.family() == IpFamily.IPV4 ? 0 : 129;
        return icmp(source, destination, type, 0).query(id, sequence);
    }

    /** Any ICMP or ICMPv6 message; an error is made with {@link IcmpBuilder#quoting}. */
    public static IcmpBuilder icmp(IpAddress source, IpAddress destination, int type, int code) {
        return IcmpBuilder.of(IpFields.of(source, destination, source.family().icmp()), type, code);
    }

    /** Any other protocol, its header given as bytes. */
    public static RawBuilder raw(IpAddress source, IpAddress destination, int protocol) {
        return new RawBuilder(IpFields.of(source, destination, protocol), Bytes.EMPTY);
    }
}
