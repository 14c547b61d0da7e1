package nfstep.packet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The options of a TCP header: RFC 9293 section 3.1, RFC 7323, RFC 2018. */
public record TcpOptions(Bytes raw) {
    /** No options. */
    public static final TcpOptions NONE = new TcpOptions(Bytes.EMPTY);

    static final int MOST = 40;
    static final int END = 0;
    static final int NOP = 1;
    static final int MSS = 2;
    static final int WINDOW_SCALE = 3;
    static final int SACK_PERMITTED = 4;
    static final int SACK = 5;
    static final int TIMESTAMPS = 8;

    public TcpOptions {
        if (raw.length() > MOST) {
            throw new IllegalArgumentException("TCP options of more than 40 bytes: " + raw.length());
        }
    }

    /** A stretch of sequence numbers that arrived: first one, and the one after the last. */
    public record SackBlock(long left, long right) {}

    /** The sender's clock and the last one it heard. */
    public record Timestamps(long value, long echo) {}

    /** The maximum segment size. */
    public OptionalInt mss() {
        int at = find(MSS, 4);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(u16(at + 2));
    }

    /** The window scale. */
    public OptionalInt windowScale() {
        int at = find(WINDOW_SCALE, 3);
        return at < 0 ? OptionalInt.empty() : OptionalInt.of(raw.at(at + 2));
    }

    /** Whether selective acknowledgements may be sent. */
    public boolean sackPermitted() {
        return find(SACK_PERMITTED, 2) >= 0;
    }

    /** The selective acknowledgements. */
    public List<SackBlock> sackBlocks() {
        List<SackBlock> blocks = new ArrayList<>();
        int at = find(SACK, 10);
        for (int i = 2; at >= 0 && i + 8 <= raw.at(at + 1); i += 8) {
            blocks.add(new SackBlock(u32(at + i), u32(at + i + 4)));
        }
        return List.copyOf(blocks);
    }

    /** The timestamps. */
    public Optional<Timestamps> timestamps() {
        int at = find(TIMESTAMPS, 10);
        return at < 0 ? Optional.empty() : Optional.of(new Timestamps(u32(at + 2), u32(at + 6)));
    }

    /** These and a maximum segment size. */
    public TcpOptions withMss(int mss) {
        Wire.fit("mss", mss, 16);
        return plus(MSS, 4, mss >>> 8, mss);
    }

    /** These and a window scale. */
    public TcpOptions withWindowScale(int shift) {
        return plus(WINDOW_SCALE, 3, Wire.fit("window scale", shift, 8));
    }

    /** These and the permission of selective acknowledgements. */
    public TcpOptions withSackPermitted() {
        return plus(SACK_PERMITTED, 2);
    }

    /** These and timestamps. */
    public TcpOptions withTimestamps(long value, long echo) {
        byte[] option = {TIMESTAMPS, 10, 0, 0, 0, 0, 0, 0, 0, 0};
        Wire.put32(option, 2, (int) value);
        Wire.put32(option, 6, (int) echo);
        return new TcpOptions(raw.plus(option));
    }

    /** These and selective acknowledgements. */
    public TcpOptions withSack(List<SackBlock> blocks) {
        byte[] option = new byte[2 + 8 * blocks.size()];
        option[0] = SACK;
        option[1] = (byte) option.length;
        for (int i = 0; i < blocks.size(); i++) {
            Wire.put32(option, 2 + 8 * i, (int) blocks.get(i).left());
            Wire.put32(option, 6 + 8 * i, (int) blocks.get(i).right());
        }
        return new TcpOptions(raw.plus(option));
    }

    /** These and one byte of nothing. */
    public TcpOptions withNop() {
        return plus(NOP);
    }

    /** These and an end of the list. */
    public TcpOptions withEnd() {
        return plus(END);
    }

    /** The options as a header holds them: a multiple of four bytes, filled up with ends. */
    public Bytes padded() {
        return raw.plus(new byte[-raw.length() & 3]);
    }

    /** Reads what {@link #toString} prints. */
    public static Optional<TcpOptions> parse(String text) {
        return TcpOptionsText.parse(text);
    }

    /** As tcpdump prints them: {@code mss 1460,sackOK,TS val 1 ecr 0,nop,wscale 7}. */
    @Override
    public String toString() {
        return TcpOptionsText.print(this);
    }

    /** Where the first option of a kind is, if it is long enough to be one; else negative. */
    private int find(int kind, int atLeast) {
        for (int at = 0; at < raw.length() && raw.at(at) != END; at = next(at)) {
            if (raw.at(at) == kind && lengthAt(at) >= atLeast) {
                return at;
            }
        }
        return -1;
    }

    int next(int at) {
        int length = lengthAt(at);
        return length == 0 ? raw.length() : at + length;
    }

    /** How long the option is that starts there; 0 when it is cut off or says nonsense. */
    int lengthAt(int at) {
        if (raw.at(at) == NOP || raw.at(at) == END) {
            return 1;
        }
        int length = at + 1 < raw.length() ? raw.at(at + 1) : 0;
        return length >= 2 && at + length <= raw.length() ? length : 0;
    }

    int u16(int at) {
        return raw.at(at) << 8 | raw.at(at + 1);
    }

    long u32(int at) {
        return (long) u16(at) << 16 | u16(at + 2);
    }

    private TcpOptions plus(int... option) {
        byte[] more = new byte[option.length];
        for (int i = 0; i < more.length; i++) {
            more[i] = (byte) option[i];
        }
        return new TcpOptions(raw.plus(more));
    }
}
