package nfstep.packet;

/** A packet in the making whose upper layer is given as bytes. */
public final class RawBuilder extends PacketBuilder<RawBuilder> {
    private final Bytes payload;

    RawBuilder(IpFields ip, Bytes payload) {
        super(ip);
        this.payload = payload;
    }

    /** The upper layer, header included. */
    public RawBuilder payload(byte[] data) {
        return new RawBuilder(ip(), Bytes.of(data));
    }

    @Override
    RawBuilder with(IpFields fields) {
        return new RawBuilder(fields, payload);
    }

    @Override
    byte[] transport() {
        return payload.toArray();
    }
}
