package nfstep.packet;

import java.util.Optional;

/** One captured frame: when, in microseconds, how long it was, and the bytes that were kept. */
public record PcapRecord(long micros, int originalLength, Bytes data) {
    public PcapRecord {
        if (micros < 0 || originalLength < 0) {
            throw new IllegalArgumentException("negative time or length: " + micros + ", " + originalLength);
        }
    }

    /** A frame that was kept as a whole. */
    public static PcapRecord of(long micros, byte[] frame) {
        return new PcapRecord(micros, frame.length, Bytes.of(frame));
    }

    /** The IP packet in it, for link types Ethernet and raw IP. */
    public Optional<Packet> packet(int linkType) {
        byte[] frame = data.toArray();
        return switch (linkType) {
            case PcapFile.RAW -> Packet.parseTruncated(frame);
            case PcapFile.ETHERNET ->
                EthernetHeader.parse(frame)
                        .filter(PcapRecord::carriesIp)
                        .flatMap(header -> Packet.parseTruncated(Bytes.of(frame, EthernetHeader.LENGTH, frame.length)
                                .toArray()));
            default -> Optional.empty();
        };
    }

    private static boolean carriesIp(EthernetHeader header) {
        return header.etherType() == IpFamily.IPV4.etherType() || header.etherType() == IpFamily.IPV6.etherType();
    }
}
