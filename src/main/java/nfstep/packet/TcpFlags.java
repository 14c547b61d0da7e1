package nfstep.packet;

import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/** The flag bits of a TCP header. */
public record TcpFlags(int bits) {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int RST = 0x04;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
    public static final int URG = 0x20;
    public static final int ECE = 0x40;
    public static final int CWR = 0x80;

    private static final String[] NAMES = {"FIN", "SYN", "RST", "PSH", "ACK", "URG", "ECE", "CWR"};
    private static final String LETTERS = "FSRP.UEW";

    public TcpFlags {
        Wire.fit("TCP flags", bits, 8);
    }

    /** Reads letters as tcpdump prints them ({@code S.}, {@code FPA}; {@code none}) or names ({@code SYN,ACK}). */
    public static Optional<TcpFlags> parse(String text) {
        String word = text.toUpperCase(Locale.ROOT);
        if (word.equals("NONE")) {
            return Optional.of(new TcpFlags(0));
        }
        int bits = word.indexOf(',') >= 0 || bitOfName(word) != 0 ? named(word) : lettered(word);
        return bits < 1 ? Optional.empty() : Optional.of(new TcpFlags(bits));
    }

    /** As {@link #parse}, for text that is known to be right. */
    public static TcpFlags of(String text) {
        return parse(text).orElseThrow(() -> new IllegalArgumentException("not TCP flags: " + text));
    }

    /** Whether all of the bits are set. */
    public boolean has(int wanted) {
        return (bits & wanted) == wanted;
    }

    /** As tcpdump prints them: {@code [S.]}, {@code [none]}. */
    public String letters() {
        StringBuilder out = new StringBuilder("[");
        for (int i = 0; i < LETTERS.length(); i++) {
            if ((bits >>> i & 1) != 0) {
                out.append(LETTERS.charAt(i));
            }
        }
        return out.append(bits == 0 ? "none]" : "]").toString();
    }

    /** The names with commas, lowest bit first; {@code NONE}. */
    @Override
    public String toString() {
        StringJoiner names = new StringJoiner(",").setEmptyValue("NONE");
        for (int i = 0; i < NAMES.length; i++) {
            if ((bits >>> i & 1) != 0) {
                names.add(NAMES[i]);
            }
        }
        return names.toString();
    }

    private static int named(String text) {
        int bits = 0;
        for (String name : text.split(",", -1)) {
            int bit = bitOfName(name);
            if (bit == 0) {
                return -1;
            }
            bits |= bit;
        }
        return bits;
    }

    private static int lettered(String text) {
        int bits = 0;
        for (int i = 0; i < text.length(); i++) {
            int place = LETTERS.indexOf(canonical(text.charAt(i)));
            if (place < 0) {
                return -1;
            }
            bits |= 1 << place;
        }
        return bits;
    }

    private static char canonical(char letter) {
        return switch (letter) {
            case 'A' -> '.';
            case 'C' -> 'W';
            default -> letter;
        };
    }

    private static int bitOfName(String name) {
        for (int i = 0; i < NAMES.length; i++) {
            if (NAMES[i].equals(name)) {
                return 1 << i;
            }
        }
        return 0;
    }
}
