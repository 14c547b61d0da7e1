package nfstep.packet;

import java.util.Arrays;
import java.util.Optional;

/**
 * Text of IPv6 addresses: RFC 5952 out, RFC 4291 section 2.2 in.
 *
 * <p>As inet_ntop(3) of glibc, also addresses of ::/96 that are longer than one group end in a dotted quad.
 */
final class Ipv6Text {
    private static final int GROUPS = 8;

    private Ipv6Text() {}

    static Optional<Ipv6Address> parse(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            int[] all = groups(text, true);
            return all.length == GROUPS ? Optional.of(address(all, 0, new int[0])) : Optional.empty();
        }
        int[] left = groups(text.substring(0, gap), false);
        int[] right = groups(text.substring(gap + 2), true);
        if (isBad(left) || isBad(right) || left.length + right.length >= GROUPS) {
            return Optional.empty();
        }
        return Optional.of(address(left, GROUPS - right.length, right));
    }

    static String print(Ipv6Address address) {
        Gap gap = longestGap(address);
        boolean mapped = gap.from == 0 && (gap.length == 6 || (gap.length == 5 && address.group(5) == 0xffff));
        int end = mapped ? 6 : GROUPS;
        StringBuilder out = new StringBuilder(39);
        for (int i = 0; i < end; i++) {
            if (i == gap.from) {
                out.append("::");
                i += gap.length - 1;
            } else {
                separate(out).append(Integer.toHexString(address.group(i)));
            }
        }
        return mapped
                ? separate(out).append(new Ipv4Address((int) address.low())).toString()
                : out.toString();
    }

    private static StringBuilder separate(StringBuilder out) {
        boolean needed = !out.isEmpty() && out.charAt(out.length() - 1) != ':';
        return needed ? out.append(':') : out;
    }

    private record Gap(int from, int length) {}

    /** The longest run of at least two zero groups, the first of equals. */
    private static Gap longestGap(Ipv6Address address) {
        Gap best = new Gap(-1, 1);
        int from = 0;
        for (int i = 0; i <= GROUPS; i++) {
            if (i == GROUPS || address.group(i) != 0) {
                best = i - from > best.length ? new Gap(from, i - from) : best;
                from = i + 1;
            }
        }
        return best;
    }

    private static Ipv6Address address(int[] left, int rightAt, int[] right) {
        long[] halves = new long[2];
        for (int i = 0; i < left.length; i++) {
            place(halves, i, left[i]);
        }
        for (int i = 0; i < right.length; i++) {
            place(halves, rightAt + i, right[i]);
        }
        return new Ipv6Address(halves[0], halves[1]);
    }

    private static void place(long[] halves, int n, int group) {
        halves[n / 4] |= (long) group << (48 - 16 * (n & 3));
    }

    private static boolean isBad(int[] groups) {
        return groups.length > GROUPS;
    }

    /** Groups between colons, none for empty text; more than eight when one is wrong. */
    private static int[] groups(String text, boolean quadAllowed) {
        int[] bad = new int[GROUPS + 1];
        if (text.isEmpty()) {
            return new int[0];
        }
        int[] found = new int[GROUPS];
        int count = 0;
        int from = 0;
        while (from <= text.length()) {
            int colon = text.indexOf(':', from);
            int end = colon < 0 ? text.length() : colon;
            String part = text.substring(from, end);
            if (quadAllowed && colon < 0 && part.indexOf('.') > 0) {
                return withQuad(found, count, part);
            }
            if (count == GROUPS || !isGroup(part)) {
                return bad;
            }
            found[count++] = Integer.parseInt(part, 16);
            from = end + 1;
        }
        return Arrays.copyOf(found, count);
    }

    private static int[] withQuad(int[] found, int count, String quad) {
        Optional<Ipv4Address> address = Ipv4Address.parse(quad);
        if (address.isEmpty() || count > GROUPS - 2) {
            return new int[GROUPS + 1];
        }
        found[count] = address.get().bits() >>> 16;
        found[count + 1] = address.get().bits() & 0xffff;
        return Arrays.copyOf(found, count + 2);
    }

    private static boolean isGroup(String part) {
        if (part.isEmpty() || part.length() > 4) {
            return false;
        }
        for (int i = 0; i < part.length(); i++) {
            if ("0123456789abcdefABCDEF".indexOf(part.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
