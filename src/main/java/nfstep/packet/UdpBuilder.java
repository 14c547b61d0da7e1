package nfstep.packet;

/** A UDP datagram in the making. */
public final class UdpBuilder extends PacketBuilder<UdpBuilder> {
    private final int sourcePort;
    private final int destinationPort;
    private final Bytes payload;

    UdpBuilder(IpFields ip, int sourcePort, int destinationPort, Bytes payload) {
        super(ip);
        this.sourcePort = Wire.fit("port", sourcePort, 16);
        this.destinationPort = Wire.fit("port", destinationPort, 16);
        this.payload = payload;
    }

    /** The data. */
    public UdpBuilder payload(byte[] data) {
        return new UdpBuilder(ip(), sourcePort, destinationPort, Bytes.of(data));
    }

    @Override
    UdpBuilder with(IpFields fields) {
        return new UdpBuilder(fields, sourcePort, destinationPort, payload);
    }

    @Override
    byte[] transport() {
        byte[] bytes = new byte[UdpHeader.LENGTH + payload.length()];
        Wire.put16(bytes, 0, sourcePort);
        Wire.put16(bytes, 2, destinationPort);
        Wire.put16(bytes, 4, bytes.length);
        System.arraycopy(payload.toArray(), 0, bytes, UdpHeader.LENGTH, payload.length());
        return bytes;
    }
}
