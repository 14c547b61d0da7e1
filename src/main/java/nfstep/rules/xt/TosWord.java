package nfstep.rules.xt;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** A type of service and which of its bits count: {@code xtopt_parse_tosmask}. */
record TosWord(int value, int mask) {
    private static final int NAMED_BITS = 0x3f;

    private record Named(String name, int value) {}

    private static final List<Named> NAMES = List.of(
            new Named("Minimize-Delay", 0x10),
            new Named("Maximize-Throughput", 0x08),
            new Named("Maximize-Reliability", 0x04),
            new Named("Minimize-Cost", 0x02),
            new Named("Normal-Service", 0x00));

    /** Reads {@code value[/mask]} or a name. */
    static TosWord read(Reading reading, OptionUse use) {
        String word = use.word();
        int slash = word.indexOf('/');
        int value = octet(slash < 0 ? word : word.substring(0, slash));
        int mask = slash < 0 ? 0xff : octet(word.substring(slash + 1));
        if (value >= 0 && mask >= 0) {
            return new TosWord(value, mask);
        }
        for (Named named : NAMES) {
            if (named.name().equalsIgnoreCase(word)) {
                return new TosWord(named.value(), NAMED_BITS);
            }
        }
        List<String> names = NAMES.stream().map(Named::name).toList();
        reading.refuse(
                use,
                "takes a number from 0 to 255, or two with a slash between, or " + String.join(", ", names) + ", not "
                        + Quoting.quote(word) + Quoting.hint(word, names));
        return new TosWord(0, 0xff);
    }

    private static int octet(String word) {
        OptionalLong number = Numbers.parse(word);
        return number.isPresent() && number.getAsLong() <= 255 ? (int) number.getAsLong() : -1;
    }

    /** Whether the bits that count are the wanted ones. */
    boolean holds(int tos) {
        return (tos & mask) == value;
    }

    /** Value and mask in hexadecimal. */
    String text() {
        return String.format(Locale.ROOT, "0x%02x/0x%02x", value, mask);
    }

    /** The name, empty if it has none. */
    String name() {
        return NAMES.stream()
                .filter(named -> mask == NAMED_BITS && named.value() == value)
                .map(Named::name)
                .findFirst()
                .orElse("");
    }
}
