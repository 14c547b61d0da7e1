package nfstep.packet;

import java.util.Optional;

/** The header of an Ethernet frame. */
public record EthernetHeader(MacAddress destination, MacAddress source, int etherType) {
    /** How many bytes it has. */
    public static final int LENGTH = 14;

    public EthernetHeader {
        Wire.fit("EtherType", etherType, 16);
    }

    /** The header at the start of a frame, if the frame is long enough. */
    public static Optional<EthernetHeader> parse(byte[] frame) {
        return frame.length < LENGTH
                ? Optional.empty()
                : Optional.of(
                        new EthernetHeader(MacAddress.of(frame, 0), MacAddress.of(frame, 6), Wire.u16(frame, 12)));
    }

    /** The fourteen bytes. */
    public byte[] bytes() {
        byte[] bytes = new byte[LENGTH];
        System.arraycopy(destination.bytes(), 0, bytes, 0, 6);
        System.arraycopy(source.bytes(), 0, bytes, 6, 6);
        Wire.put16(bytes, 12, etherType);
        return bytes;
    }

    /** The frame with a packet behind this header, without padding. */
    public byte[] frame(Packet packet) {
        byte[] frame = new byte[LENGTH + packet.length()];
        System.arraycopy(bytes(), 0, frame, 0, LENGTH);
        System.arraycopy(packet.bytes(), 0, frame, LENGTH, packet.length());
        return frame;
    }
}
