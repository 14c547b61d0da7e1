package nfstep.rules.xt;

import java.util.Optional;
import java.util.OptionalLong;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;

/** The addresses from the first to the last, both included; none where the first is the higher one. */
record AddressSpan(boolean inverted, IpAddress first, IpAddress last) {
    /** Reads {@code address[-address]}; of an IPv4 address the end may be left out: {@code iprange_parse_range}. */
    static AddressSpan read(Reading reading, OptionUse use) {
        String word = use.word();
        int dash = word.indexOf('-');
        IpAddress first = address(reading, use, dash < 0 ? word : word.substring(0, dash));
        IpAddress last = dash < 0 ? first : address(reading, use, word.substring(dash + 1));
        return new AddressSpan(use.inverted(), first, last);
    }

    private static IpAddress address(Reading reading, OptionUse use, String word) {
        Optional<IpAddress> shortened =
                reading.family() == IpFamily.IPV4 ? shortened(word).map(a -> a) : Optional.empty();
        return shortened.orElseGet(() -> reading.address(use, word));
    }

    /** {@code xtables_numeric_to_ipaddr}: 10.1 is 10.1.0.0. */
    private static Optional<Ipv4Address> shortened(String word) {
        String[] parts = word.split("\\.", -1);
        int bits = 0;
        for (int i = 0; i < parts.length; i++) {
            OptionalLong octet = Numbers.parse(parts[i]);
            if (i > 3 || octet.isEmpty() || octet.getAsLong() > 255) {
                return Optional.empty();
            }
            bits |= (int) octet.getAsLong() << (24 - 8 * i);
        }
        return Optional.of(new Ipv4Address(bits));
    }

    /** Whether the address is one of them, or none of them where inverted. */
    boolean holds(IpAddress address) {
        return (first.compareTo(address) <= 0 && address.compareTo(last) <= 0) != inverted;
    }

    /** The first and the last with a dash between. */
    String text() {
        return first + "-" + last;
    }
}
