package nfstep.packet;

/** Writes captures in the classic format with microseconds: pcap-savefile(5). */
public final class PcapWriter {
    static final int MAGIC = 0xa1b2c3d4;
    static final int FILE_HEADER = 24;
    static final int RECORD_HEADER = 16;
    static final int SNAP_LENGTH = 262_144;

    private PcapWriter() {}

    /** A whole capture file. */
    public static byte[] write(PcapFile file) {
        int length = FILE_HEADER;
        for (PcapRecord record : file.records()) {
            length += RECORD_HEADER + record.data().length();
        }
        byte[] all = new byte[length];
        int at = append(all, 0, header(file.linkType()));
        for (PcapRecord record : file.records()) {
            at = append(all, at, record(record));
        }
        return all;
    }

    /** The first bytes of a capture file, to be followed by records. */
    public static byte[] header(int linkType) {
        byte[] header = new byte[FILE_HEADER];
        Wire.put32(header, 0, MAGIC);
        Wire.put16(header, 4, 2);
        Wire.put16(header, 6, 4);
        Wire.put32(header, 16, SNAP_LENGTH);
        Wire.put32(header, 20, Wire.fit("link type", linkType, 16));
        return header;
    }

    /** The bytes of one frame of a capture file. */
    public static byte[] record(PcapRecord record) {
        byte[] bytes = new byte[RECORD_HEADER + record.data().length()];
        Wire.put32(bytes, 0, (int) (record.micros() / 1_000_000));
        Wire.put32(bytes, 4, (int) (record.micros() % 1_000_000));
        Wire.put32(bytes, 8, record.data().length());
        Wire.put32(bytes, 12, record.originalLength());
        append(bytes, RECORD_HEADER, record.data().toArray());
        return bytes;
    }

    private static int append(byte[] all, int at, byte[] more) {
        System.arraycopy(more, 0, all, at, more.length);
        return at + more.length;
    }
}
