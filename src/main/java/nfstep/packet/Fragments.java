package nfstep.packet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Packets of IPv4 cut into fragments, and what fragments become when they are put together: RFC 791 section 3.2. */
public final class Fragments {
    /** Where a fragment may begin, in bytes. */
    public static final int UNIT = 8;

    private static final int TOTAL_LENGTH = 2;
    private static final int FRAGMENT_WORD = 6;
    private static final int COPIED = 0x80;
    private static final int NO_OPERATION = 1;

    private Fragments() {}

    /**
     * A part of what a packet carries.
     *
     * @param from where it begins in the upper layer of the packet, in bytes, a multiple of {@link #UNIT}
     * @param to where it ends
     */
    public static Packet part(Packet packet, int from, int to) {
        if (from % UNIT != 0 || from >= to || to > packet.transportLength()) {
            throw new IllegalArgumentException("bytes " + from + " to " + to + " of " + packet.transportLength());
        }
        int header = packet.headerLength();
        byte[] bytes = Arrays.copyOf(packet.bytes(), header + to - from);
        System.arraycopy(packet.bytes(), header + from, bytes, header, to - from);
        boolean more = to < packet.transportLength() || packet.moreFragments();
        int word = (packet.dontFragment() ? Layout.DONT_FRAGMENT : 0)
                | (more ? Layout.MORE_FRAGMENTS : 0)
                | (packet.fragmentOffset() + from / UNIT);
        return sealed(bytes, header, word);
    }

    /**
     * The packet in pieces: {@code net/ipv4/ip_output.c}, {@code ip_do_fragment}, the slow path.
     *
     * @param mtu the most that a piece may be long, in bytes
     * @param dontFragment whether the pieces say that they must not be cut further
     */
    public static List<Packet> cut(Packet packet, int mtu, boolean dontFragment) {
        int room = mtu - packet.headerLength();
        if (room < UNIT) {
            throw new IllegalArgumentException("no room for a piece in " + mtu + " bytes");
        }
        List<Packet> pieces = new ArrayList<>();
        int length = packet.transportLength();
        for (int from = 0; from < length; ) {
            int take = length - from <= room ? length - from : room / UNIT * UNIT;
            Packet piece = part(packet, from, from + take).withDontFragment(dontFragment);
            pieces.add(from == 0 ? piece : withoutLocalOptions(piece));
            from += take;
        }
        return pieces;
    }

    /** A later piece, in which only those options stand that are to be copied: {@code ip_options_fragment}. */
    public static Packet withoutLocalOptions(Packet piece) {
        byte[] bytes = piece.bytes();
        int end = piece.headerLength();
        for (int at = Layout.IPV4_HEADER; at < end && bytes[at] != 0; ) {
            int type = Wire.u8(bytes, at);
            int length = type == NO_OPERATION ? 1 : at + 1 < end ? Wire.u8(bytes, at + 1) : end;
            if (type != NO_OPERATION && (length < 2 || at + length > end)) {
                break;
            }
            if ((type & COPIED) == 0) {
                Arrays.fill(bytes, at, at + length, (byte) NO_OPERATION);
            }
            at += length;
        }
        return sealed(bytes, end, Wire.u16(bytes, FRAGMENT_WORD));
    }

    /**
     * The packet that fragments are parts of: {@code net/ipv4/ip_fragment.c}, {@code ip_frag_reasm}.
     *
     * @param parts from the first to the last, without gaps
     * @param dontFragment whether the whole says that it must not be cut
     */
    public static Packet join(List<Packet> parts, boolean dontFragment) {
        Packet first = parts.get(0);
        int header = first.headerLength();
        int length = parts.stream().mapToInt(Packet::transportLength).sum();
        byte[] bytes = Arrays.copyOf(first.bytes(), header + length);
        int at = header;
        for (Packet part : parts) {
            System.arraycopy(part.bytes(), part.headerLength(), bytes, at, part.transportLength());
            at += part.transportLength();
        }
        return sealed(bytes, header, dontFragment ? Layout.DONT_FRAGMENT : 0);
    }

    private static Packet sealed(byte[] bytes, int header, int word) {
        Wire.put16(bytes, TOTAL_LENGTH, Wire.fit("length", bytes.length, 16));
        Wire.put16(bytes, FRAGMENT_WORD, word);
        Wire.put16(bytes, 10, 0);
        Wire.put16(bytes, 10, Checksum.of(bytes, 0, header));
        return Packet.adopt(bytes);
    }
}
