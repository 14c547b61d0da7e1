package nfstep.rules.xt;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import nfstep.packet.Protocols;

/**
 * What {@code -m policy} asks of one transformation of IPsec: {@code struct xt_policy_elem}.
 *
 * @param parts in the order in which iptables prints them
 */
record PolicyElement(List<Part> parts) {
    private static final List<String> ORDER = List.of("reqid", "spi", "proto", "mode", "tunnel-dst", "tunnel-src");
    private static final List<Integer> PROTOCOLS = List.of(Protocols.AH, Protocols.ESP, Protocols.IPCOMP);
    private static final long MOST = 0xffff_ffffL;

    PolicyElement {
        parts = List.copyOf(parts);
    }

    /** One condition, its word as it is saved and as a listing with numbers has it. */
    record Part(boolean inverted, String option, String word, String number) {
        private static Part of(Reading reading, OptionUse use) {
            String word = word(reading, use);
            String number = use.option().equals("proto")
                    ? Integer.toString(Protocols.number(word).orElse(0))
                    : word;
            return new Part(use.inverted(), use.option(), word, number);
        }

        private static String word(Reading reading, OptionUse use) {
            return switch (use.option()) {
                case "reqid" -> Long.toString(reading.number(use, 0, MOST));
                case "spi" -> MarkMask.hex((int) reading.number(use, 0, MOST));
                case "proto" -> protocol(reading, use);
                case "mode" -> mode(reading, use);
                default -> CtAddress.read(reading, use).text();
            };
        }

        private static String protocol(Reading reading, OptionUse use) {
            OptionalInt number = Protocols.number(use.word());
            if (number.isEmpty() || !PROTOCOLS.contains(number.getAsInt())) {
                reading.refuse(use, "takes ah, esp or ipcomp, not " + Quoting.quote(use.word()));
            }
            return Protocols.name(number.orElse(0));
        }

        private static String mode(Reading reading, OptionUse use) {
            if (!List.of("transport", "tunnel").contains(use.word())) {
                reading.refuse(use, "takes transport or tunnel, not " + Quoting.quote(use.word()));
            }
            return use.word();
        }
    }

    /** Reads the options of one element, which are given once at most. */
    static PolicyElement read(Reading reading, List<OptionUse> uses) {
        List<Part> parts = new ArrayList<>();
        for (String name : ORDER) {
            List<OptionUse> same =
                    uses.stream().filter(use -> use.option().equals(name)).toList();
            same.stream().limit(1).forEach(use -> parts.add(Part.of(reading, use)));
            if (same.size() > 1) {
                reading.refuse(same.get(1), "is given twice: write --strict, and --next between two elements");
            }
        }
        PolicyElement element = new PolicyElement(parts);
        boolean ends =
                element.part("tunnel-src").or(() -> element.part("tunnel-dst")).isPresent();
        if (ends && !element.isOfTunnel()) {
            reading.refuse("--tunnel-src and --tunnel-dst ask for --mode tunnel");
        }
        return element;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    private Optional<Part> part(String option) {
        return parts.stream().filter(part -> part.option().equals(option)).findFirst();
    }

    private boolean isOfTunnel() {
        return part("mode")
                .filter(mode -> mode.word().equals("tunnel") != mode.inverted())
                .isPresent();
    }

    /** As iptables-save prints it. */
    String options() {
        return parts.stream()
                .map(part -> Parts.option(part.inverted(), part.option(), part.word()))
                .collect(Collectors.joining(" "));
    }

    /** As a listing prints it. */
    String listing(boolean numeric) {
        return parts.stream()
                .map(part ->
                        (part.inverted() ? "! " : "") + part.option() + " " + (numeric ? part.number() : part.word()))
                .collect(Collectors.joining(" "));
    }
}
