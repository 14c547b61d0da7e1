package nfstep.packet;

import java.util.List;

/** A capture: what its frames start with, and the frames. */
public record PcapFile(int linkType, List<PcapRecord> records) {
    /** Frames start with an Ethernet header: LINKTYPE_ETHERNET. */
    public static final int ETHERNET = 1;
    /** Frames start with an IP header: LINKTYPE_RAW. */
    public static final int RAW = 101;
    /** Frames are netfilter log messages: LINKTYPE_NFLOG. */
    public static final int NFLOG = 239;

    public PcapFile {
        Wire.fit("link type", linkType, 16);
        records = List.copyOf(records);
    }
}
