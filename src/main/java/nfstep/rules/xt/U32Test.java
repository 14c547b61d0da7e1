package nfstep.rules.xt;

import java.util.List;
import java.util.StringJoiner;
import nfstep.packet.Packet;

/**
 * One of the conditions of {@code -m u32}: what is found at a place, and which numbers it may be.
 *
 * @param start offset of the four bytes that are looked at first, from the IP header, 32 bits without sign
 * @param steps what is made of them, in order
 */
record U32Test(int start, List<Step> steps, List<Range> values) {
    /** What is made of the number so far, with another number. */
    enum Operator {
        AND("&"),
        LEFT("<<"),
        RIGHT(">>"),
        AT("@");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** The sign in the text. */
        String sign() {
            return sign;
        }
    }

    /** An operator and its number, 32 bits without sign. */
    record Step(Operator operator, int number) {}

    /** The numbers from the lowest to the highest, 32 bits without sign each. */
    record Range(int lowest, int highest) {
        boolean holds(int number) {
            return Integer.compareUnsigned(lowest, number) <= 0 && Integer.compareUnsigned(number, highest) <= 0;
        }

        String text() {
            return lowest == highest ? hex(lowest) : hex(lowest) + ":" + hex(highest);
        }
    }

    private static final int WORD = 4;
    /** Stands for a place behind the packet's end; no 32 bits are it. */
    private static final long OUTSIDE = -1;

    U32Test {
        steps = List.copyOf(steps);
        values = List.copyOf(values);
    }

    /** Whether what is found is one of the values; never, where the place is outside of the packet. */
    boolean holds(Packet packet) {
        long found = found(packet);
        if (found == OUTSIDE) {
            return false;
        }
        for (int i = 0; i < values.size(); i++) {
            if (values.get(i).holds((int) found)) {
                return true;
            }
        }
        return false;
    }

    /** {@code xt_u32.c}, {@code u32_match_it}: 32 bits without sign, or {@link #OUTSIDE}. */
    private long found(Packet packet) {
        long value = word(packet, 0, start);
        int at = 0;
        for (int i = 0; i < steps.size() && value != OUTSIDE; i++) {
            int number = steps.get(i).number();
            int now = (int) value;
            switch (steps.get(i).operator()) {
                case AND -> value = Integer.toUnsignedLong(now & number);
                case LEFT -> value = Integer.toUnsignedLong(now << number);
                case RIGHT -> value = Integer.toUnsignedLong(now >>> number);
                case AT -> {
                    boolean wraps = Integer.compareUnsigned(at + now, at) < 0;
                    at += now;
                    value = wraps ? OUTSIDE : word(packet, at, number);
                }
            }
        }
        return value;
    }

    private static long word(Packet packet, int at, int offset) {
        long from = Integer.toUnsignedLong(at) + Integer.toUnsignedLong(offset);
        return from + WORD > packet.length() ? OUTSIDE : Integer.toUnsignedLong(packet.i32((int) from));
    }

    /** What is found, as a user reads it. */
    String seen(Packet packet) {
        long found = found(packet);
        return place() + " is " + (found == OUTSIDE ? "outside of the packet" : hex((int) found));
    }

    private String place() {
        StringBuilder text = new StringBuilder(hex(start));
        steps.forEach(s -> text.append(s.operator().sign()).append(hex(s.number())));
        return text.toString();
    }

    /** As iptables-save prints it. */
    String text() {
        StringJoiner ranges = new StringJoiner(",");
        values.forEach(range -> ranges.add(range.text()));
        return place() + "=" + ranges;
    }

    private static String hex(int number) {
        return "0x" + Integer.toHexString(number);
    }
}
