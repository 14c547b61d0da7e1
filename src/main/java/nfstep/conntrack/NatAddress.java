package nfstep.conntrack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;

/** Which address of a range a flow gets: {@code net/netfilter/nf_nat_core.c}, {@code find_best_ips_proto}. */
final class NatAddress {
    private static final int WORDS = 4;

    private NatAddress() {}

    /**
     * The address: source and destination of the flow are hashed, so that equal flows get equal addresses. Words are those
     * that a little-endian machine loads, as x86 and most arm64 do.
     */
    static IpAddress choose(NatRequest request, Tuple tuple) {
        NatRange.AddressRange range = request.range().addresses().orElseThrow();
        if (range.first().equals(range.last())) {
            return range.first();
        }
        int[] destination = words(tuple.destination());
        int last = tuple.source().family() == IpFamily.IPV4 ? 0 : WORDS - 1;
        int seed = destination[last] ^ request.connection().zone().id();
        int hash = JenkinsHash.of(words(tuple.source()), request.range().persistent() ? 0 : seed);
        return IpAddress.of(spread(request, hash, destination));
    }

    private static byte[] spread(NatRequest request, int start, int[] destination) {
        NatRange.AddressRange range = request.range().addresses().orElseThrow();
        ByteBuffer first = ByteBuffer.wrap(range.first().bytes());
        ByteBuffer last = ByteBuffer.wrap(range.last().bytes());
        ByteBuffer chosen = ByteBuffer.allocate(first.capacity());
        int hash = start;
        boolean free = false;
        for (int at = 0; at < chosen.capacity(); at += 4) {
            int least = free ? 0 : first.getInt(at);
            int distance = free ? -1 : last.getInt(at) - least + 1;
            int word = least + scale(hash, distance);
            chosen.putInt(word);
            free |= word != last.getInt(at);
            if (!request.range().persistent()) {
                // a translated destination is written over word by word
                hash ^= request.manip() == Manip.DST ? Integer.reverseBytes(word) : destination[at / 4];
            }
        }
        return chosen.array();
    }

    /** {@code reciprocal_scale}. */
    private static int scale(int hash, int distance) {
        return (int) ((Integer.toUnsignedLong(hash) * Integer.toUnsignedLong(distance)) >>> 32);
    }

    private static int[] words(IpAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        int[] words = new int[WORDS];
        for (int i = 0; i < bytes.capacity() / 4; i++) {
            words[i] = bytes.getInt(4 * i);
        }
        return words;
    }
}
