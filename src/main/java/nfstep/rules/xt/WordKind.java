package nfstep.rules.xt;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import nfstep.packet.Protocols;

/** What the word of an option that is not modelled may be, and how iptables-save prints it. */
@FunctionalInterface
interface WordKind {
    /** The largest number of 64 bits. */
    BigInteger LARGEST = BigInteger.ONE.shiftLeft(Long.SIZE).subtract(BigInteger.ONE);
    /** Stands for what is no number. */
    BigInteger NONE = BigInteger.ONE.negate();
    /** Any word, printed as it was written. */
    WordKind ANY = (reading, use) -> Optional.of(Quoting.bare(use.word()));

    /** The word as it is printed, none where the option is left out; says so if it is wrong. */
    Optional<String> text(Reading reading, OptionUse use);

    /** The kind that a code of {@link Notation} stands for; its parameters stand behind colons. */
    static WordKind of(String code) {
        String[] parts = code.split(":", -1);
        return switch (parts[0]) {
            case "" -> ANY;
            case "n" -> number(Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts.length > 3 ? parts[3] : "");
            case "x" -> hexadecimal(Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
            case "r", "R" -> range(Long.parseLong(parts[1]), parts[0].equals("r"));
            case "o" -> oneOf(List.of(parts[1].split("\\|", -1)));
            case "l" -> someOf(List.of(parts[1].split("\\|", -1)));
            default -> simple(parts[0]);
        };
    }

    private static WordKind simple(String code) {
        return switch (code) {
            case "p" ->
                (reading, use) -> Optional.of(Ports.ofAnyProtocol(reading, use).range());
            case "q" -> (reading, use) -> Optional.of(quoted(use.word()));
            case "s" -> (reading, use) -> Optional.of(Quoting.word(use.word()));
            case "a" ->
                (reading, use) -> Optional.of(reading.address(use, use.word()).toString());
            case "m" ->
                (reading, use) -> Optional.of(CtAddress.read(reading, use).text());
            case "M" -> WordKind::network;
            case "u" -> WordKind::owner;
            case "k" -> WordKind::mark;
            case "i" -> WordKind::protocol;
            case "v" ->
                (reading, use) -> Optional.of(MarkMask.read(reading, use).text());
            case "c" -> WordKind::counts;
            case "b" -> WordKind::queues;
            case "8" -> WordKind::large;
            default -> throw new IllegalArgumentException("no kind of word: " + code);
        };
    }

    private static WordKind number(long least, long most, String usual) {
        return (reading, use) ->
                Optional.of(Long.toString(reading.number(use, least, most))).filter(text -> !text.equals(usual));
    }

    private static WordKind hexadecimal(long most, int digits) {
        return (reading, use) -> {
            String text = Long.toHexString(reading.number(use, 0, most));
            return Optional.of("0x" + "0".repeat(Math.max(digits - text.length(), 0)) + text);
        };
    }

    private static WordKind range(long most, boolean leftOutWhenAll) {
        return (reading, use) -> {
            NumberRange range = NumberRange.read(reading, use, most);
            boolean all = range.first() == 0 && range.last() == most && !range.inverted();
            return leftOutWhenAll && all ? Optional.empty() : Optional.of(range.text());
        };
    }

    private static WordKind oneOf(List<String> words) {
        return (reading, use) -> {
            if (!words.contains(use.word())) {
                reading.refuse(
                        use,
                        "takes " + String.join(", ", words) + ", not " + Quoting.quote(use.word())
                                + Quoting.hint(use.word(), words));
            }
            return Optional.of(use.word());
        };
    }

    private static WordKind someOf(List<String> words) {
        return (reading, use) -> {
            List<String> given = List.of(use.word().toUpperCase(Locale.ROOT).split(",", -1));
            if (!words.containsAll(given)) {
                reading.refuse(
                        use,
                        "takes " + String.join(", ", words) + " with commas between, not " + Quoting.quote(use.word()));
            }
            return Optional.of(
                    String.join(",", words.stream().filter(given::contains).toList()));
        };
    }

    private static Optional<String> network(Reading reading, OptionUse use) {
        CtAddress network = CtAddress.read(reading, use);
        return Optional.of(network.mask().toString());
    }

    /** The users of the host are not known here, but the first one. */
    private static Optional<String> owner(Reading reading, OptionUse use) {
        if (use.word().equals("root")) {
            return Optional.of("0");
        }
        String[] ends = use.word().split("-", 2);
        for (String end : ends) {
            OptionalLong number = Numbers.parse(end);
            if (number.isEmpty() || number.getAsLong() > 0xffff_fffeL) {
                reading.refuse(
                        use, "takes a number, two with a dash between, or root, not " + Quoting.quote(use.word()));
            }
        }
        return Optional.of(ends.length == 2 && ends[0].equals(ends[1]) ? ends[0] : use.word());
    }

    private static Optional<String> mark(Reading reading, OptionUse use) {
        MarkMask mark = MarkMask.read(reading, use);
        return Optional.of(MarkMask.hex(mark.value()) + "/" + MarkMask.hex(mark.mask()));
    }

    private static Optional<String> protocol(Reading reading, OptionUse use) {
        OptionalInt number = Protocols.number(use.word());
        if (number.isEmpty()) {
            reading.refuse(use, "takes a protocol's name or a number from 0 to 255, not " + Quoting.quote(use.word()));
        }
        return Optional.of(Integer.toString(number.orElse(0)));
    }

    private static Optional<String> large(Reading reading, OptionUse use) {
        boolean digits = use.word().matches("[0-9]{1,20}");
        if (!digits || new BigInteger(use.word()).bitLength() > Long.SIZE) {
            reading.refuse(use, "takes a number of up to 64 bits, not " + Quoting.quote(use.word()));
        }
        return Optional.of(use.word());
    }

    private static String quoted(String word) {
        return '"' + word.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** {@code connbytes_parse}: from, or from and to with a colon between. */
    private static Optional<String> counts(Reading reading, OptionUse use) {
        String[] ends = use.word().split(":", 2);
        List<BigInteger> numbers = Stream.of(ends)
                .map(end -> end.matches("[0-9]{1,20}") ? new BigInteger(end) : end.isEmpty() ? LARGEST : NONE)
                .toList();
        boolean wrong = numbers.stream().anyMatch(number -> number.signum() < 0 || number.compareTo(LARGEST) > 0);
        if (wrong || ends[0].isEmpty() || numbers.get(0).compareTo(numbers.get(numbers.size() - 1)) > 0) {
            reading.refuse(
                    use, "takes a number, or two with a colon between that go up, not " + Quoting.quote(use.word()));
            return Optional.empty();
        }
        boolean open = numbers.size() == 1
                || numbers.get(1).equals(LARGEST)
                || numbers.get(1).signum() == 0;
        return Optional.of(open ? ends[0] : use.word());
    }

    private static Optional<String> queues(Reading reading, OptionUse use) {
        NumberRange range = NumberRange.read(reading, use, 0xffff);
        long last = use.word().endsWith(":") ? 0xfffe : range.last();
        if (range.first() >= last || last > 0xfffe) {
            reading.refuse(use, "takes two queues from 0 to 65534 that go up, not " + Quoting.quote(use.word()));
        }
        return Optional.of(range.first() + ":" + last);
    }
}
