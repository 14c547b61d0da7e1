package nfstep.packet;

/** Bytes that are no capture file, or a damaged one; the message says where. */
public final class PcapFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    PcapFormatException(String message) {
        super(message);
    }
}
