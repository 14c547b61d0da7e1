package nfstep.parse.iptables;

import java.util.Locale;

/** Which columns {@code -L} has, and how wide they are: {@code xshared.c}, {@code print_header}. */
record Columns(boolean numeric, boolean verbose, boolean exact, boolean numbers) {
    /** The line above the rules of a chain. */
    String head() {
        StringBuilder head = new StringBuilder();
        if (numbers) {
            head.append(wide("num", 4));
        }
        if (verbose) {
            head.append(exact ? "    pkts      bytes " : " pkts bytes ");
        }
        head.append(wide("target", 9)).append(" prot opt");
        if (verbose) {
            head.append(' ').append(wide("in", 6)).append(wide("out", 6));
        }
        return head.append(' ')
                .append(wide("source", 19))
                .append(' ')
                .append(wide("destination", 19))
                .toString();
    }

    /** A count as a column of its own. */
    String count(long number) {
        return exact ? String.format(Locale.ROOT, "%8s ", Long.toUnsignedString(number)) : right(brief(number));
    }

    /** A count within a sentence. */
    String inText(long number) {
        return exact ? Long.toUnsignedString(number) : brief(number);
    }

    /** The text and blanks up to a width, then one more. */
    static String wide(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()) + 1);
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, 5 - text.length())) + text + " ";
    }

    /** At most five digits, thousands of thousands as K, M, G and T: {@code xtables_print_num}. */
    private static String brief(long number) {
        if (number <= 99_999) {
            return Long.toString(number);
        }
        long rest = number;
        for (String unit : new String[] {"K", "M", "G"}) {
            rest = (rest + 500) / 1000;
            if (rest <= 9999) {
                return rest + unit;
            }
        }
        return (rest + 500) / 1000 + "T";
    }
}
