package nfstep.trace.json;

/**
 * How large a trace file may be.
 *
 * @param file bytes of the file as it is
 * @param unpacked bytes of its text
 * @param value characters of one packet, event or other value
 * @param count packets or events
 */
record Limits(long file, long unpacked, long value, int count) {
    private static final long MEBI = 1 << 20;

    static final Limits STANDARD = new Limits(256 * MEBI, 1024 * MEBI, 64 * MEBI, 8_000_000);
}
