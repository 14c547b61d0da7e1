package nfstep.packet;

import java.util.ArrayList;
import java.util.List;

/** Reads captures in the classic format, of either byte order, with micro- or nanoseconds: pcap-savefile(5). */
public final class PcapReader {
    private static final int NANOSECOND_MAGIC = 0xa1b23c4d;

    private final byte[] bytes;
    private final boolean swapped;
    private final boolean nanoseconds;

    private PcapReader(byte[] bytes, boolean swapped, boolean nanoseconds) {
        this.bytes = bytes;
        this.swapped = swapped;
        this.nanoseconds = nanoseconds;
    }

    /** The capture in the bytes of a file; a last frame that is cut off is left out, as tcpdump does. */
    public static PcapFile read(byte[] bytes) throws PcapFormatException {
        if (bytes.length < PcapWriter.FILE_HEADER) {
            throw new PcapFormatException("not a pcap file: " + bytes.length + " bytes");
        }
        int magic = Wire.i32(bytes, 0);
        boolean swapped = isMagic(Integer.reverseBytes(magic));
        if (!swapped && !isMagic(magic)) {
            throw new PcapFormatException("not a pcap file: starts with 0x" + Integer.toHexString(magic));
        }
        int plain = swapped ? Integer.reverseBytes(magic) : magic;
        return new PcapReader(bytes, swapped, plain == NANOSECOND_MAGIC).file();
    }

    private PcapFile file() throws PcapFormatException {
        List<PcapRecord> records = new ArrayList<>();
        int at = PcapWriter.FILE_HEADER;
        while (bytes.length - at >= PcapWriter.RECORD_HEADER) {
            int kept = kept(at);
            if (kept > bytes.length - at - PcapWriter.RECORD_HEADER) {
                break;
            }
            records.add(record(at, kept));
            at += PcapWriter.RECORD_HEADER + kept;
        }
        return new PcapFile(i32(20) & 0xffff, records);
    }

    private int kept(int at) throws PcapFormatException {
        int kept = i32(at + 8);
        if (kept < 0 || kept > PcapWriter.SNAP_LENGTH || i32(at + 12) < 0) {
            throw new PcapFormatException(
                    "damaged pcap file: frame of " + Integer.toUnsignedString(kept) + " bytes at offset " + at);
        }
        return kept;
    }

    private PcapRecord record(int at, int kept) {
        long seconds = Integer.toUnsignedLong(i32(at));
        long fraction = Integer.toUnsignedLong(i32(at + 4));
        long micros = seconds * 1_000_000 + (nanoseconds ? fraction / 1000 : fraction);
        int from = at + PcapWriter.RECORD_HEADER;
        return new PcapRecord(micros, i32(at + 12), Bytes.of(bytes, from, from + kept));
    }

    private int i32(int at) {
        int value = Wire.i32(bytes, at);
        return swapped ? Integer.reverseBytes(value) : value;
    }

    private static boolean isMagic(int value) {
        return value == PcapWriter.MAGIC || value == NANOSECOND_MAGIC;
    }
}
