package nfstep.packet;

/** A TCP segment in the making; a SYN with window 64240 unless said otherwise. */
public final class TcpBuilder extends PacketBuilder<TcpBuilder> {
    private static final int HEADER = 20;
    private static final int DEFAULT_WINDOW = 64240;

    private final Bytes header;
    private final TcpOptions options;
    private final Bytes payload;

    private TcpBuilder(IpFields ip, Bytes header, TcpOptions options, Bytes payload) {
        super(ip);
        this.header = header;
        this.options = options;
        this.payload = payload;
    }

    static TcpBuilder of(IpFields ip, int sourcePort, int destinationPort) {
        byte[] header = new byte[HEADER];
        Wire.put16(header, 0, Wire.fit("port", sourcePort, 16));
        Wire.put16(header, 2, Wire.fit("port", destinationPort, 16));
        return new TcpBuilder(ip, Bytes.of(header), TcpOptions.NONE, Bytes.EMPTY)
                .flags(TcpFlags.SYN)
                .window(DEFAULT_WINDOW);
    }

    /** The flags as bits of {@link TcpFlags}. */
    public TcpBuilder flags(int bits) {
        return header(13, Wire.fit("TCP flags", bits, 8), 8);
    }

    /** The flags. */
    public TcpBuilder flags(TcpFlags flags) {
        return flags(flags.bits());
    }

    /** The flags as {@link TcpFlags#parse} reads them. */
    public TcpBuilder flags(String letters) {
        return flags(TcpFlags.of(letters));
    }

    /** The sequence number. */
    public TcpBuilder seq(long sequence) {
        return header(4, (int) sequence, 32);
    }

    /** The acknowledgement number. */
    public TcpBuilder ack(long acknowledgement) {
        return header(8, (int) acknowledgement, 32);
    }

    /** The window, not scaled. */
    public TcpBuilder window(int window) {
        return header(14, Wire.fit("window", window, 16), 16);
    }

    /** The urgent pointer. */
    public TcpBuilder urgent(int pointer) {
        return header(18, Wire.fit("urgent pointer", pointer, 16), 16);
    }

    /** The options. */
    public TcpBuilder options(TcpOptions some) {
        return new TcpBuilder(ip(), header, some, payload);
    }

    /** The data. */
    public TcpBuilder payload(byte[] data) {
        return new TcpBuilder(ip(), header, options, Bytes.of(data));
    }

    @Override
    TcpBuilder with(IpFields fields) {
        return new TcpBuilder(fields, header, options, payload);
    }

    @Override
    byte[] transport() {
        byte[] bytes =
                header.plus(options.padded().toArray()).plus(payload.toArray()).toArray();
        Wire.put8(bytes, 12, ((HEADER + options.padded().length()) / 4) << 4);
        return bytes;
    }

    private TcpBuilder header(int at, int value, int bits) {
        byte[] changed = header.toArray();
        switch (bits) {
            case 8 -> Wire.put8(changed, at, value);
            case 16 -> Wire.put16(changed, at, value);
            default -> Wire.put32(changed, at, value);
        }
        return new TcpBuilder(ip(), Bytes.of(changed), options, payload);
    }
}
