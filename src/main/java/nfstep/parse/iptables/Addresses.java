package nfstep.parse.iptables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import nfstep.packet.AddressMask;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.parse.Word;
import nfstep.source.Code;

/** Reads what stands behind {@code -s} and {@code -d}: {@code xtables.c}, {@code xtables_ipparse_multiple}. */
final class Addresses {
    private Addresses() {}

    /** One or more addresses, separated by commas, each with its mask. */
    static List<AddressMask> read(Input input, Word word) {
        List<AddressMask> all = new ArrayList<>();
        for (String part : word.text().split(",", -1)) {
            all.add(one(input, word, part.stripLeading()));
        }
        return all;
    }

    private static AddressMask one(Input input, Word word, String text) {
        int slash = text.lastIndexOf('/');
        IpAddress mask = slash < 0
                ? IpAddress.mask(input.family(), input.family().bits())
                : mask(input, word, text.substring(slash + 1));
        String name = slash < 0 ? text : text.substring(0, slash);
        if (mask.isUnspecified()) {
            // the name does not count then: "any/0"
            return AddressMask.any(input.family());
        }
        return new AddressMask(address(input, word, name), mask);
    }

    private static IpAddress address(Input input, Word word, String text) {
        Optional<IpAddress> address = input.family() == IpFamily.IPV4 ? dotted(text, false) : v6(text);
        return address.orElseThrow(() -> input.problem(
                Code.BAD_VALUE, word, "host/network `" + text + "' not found", addressHint(input.family(), text)));
    }

    private static String addressHint(IpFamily family, String text) {
        if (text.isEmpty()) {
            return "write an address such as " + example(family);
        }
        boolean other = IpAddress.parse(text).isPresent();
        if (other) {
            return "that is an address for " + (family == IpFamily.IPV4 ? "ip6tables" : "iptables");
        }
        return "names are not looked up here; write an address such as " + example(family);
    }

    private static String example(IpFamily family) {
        return family == IpFamily.IPV4 ? "192.0.2.1 or 192.0.2.0/24" : "2001:db8::1 or 2001:db8::/64";
    }

    private static IpAddress mask(Input input, Word word, String text) {
        int bits = input.family().bits();
        Optional<IpAddress> whole = input.family() == IpFamily.IPV4 ? dotted(text, true) : v6(text);
        if (whole.isPresent()) {
            return whole.get();
        }
        OptionalLong length = Numbers.upTo(text, bits);
        if (length.isEmpty()) {
            String hint = "write a length from 0 to " + bits + ", or a mask such as "
                    + (bits == 32 ? "255.255.255.0" : "ffff:ffff::");
            throw input.problem(Code.BAD_VALUE, word, "invalid mask `" + text + "' specified", hint);
        }
        return IpAddress.mask(input.family(), (int) length.getAsLong());
    }

    private static Optional<IpAddress> v6(String text) {
        return IpAddress.parse(text).filter(it -> it.family() == IpFamily.IPV6);
    }

    /** Up to four numbers in any base; missing ones are zero, but not in a mask: {@code __numeric_to_ipaddr}. */
    private static Optional<IpAddress> dotted(String text, boolean mask) {
        String[] parts = text.split("\\.", -1);
        if (parts.length > 4 || (mask && parts.length < 4)) {
            return Optional.empty();
        }
        int bits = 0;
        for (int i = 0; i < 4; i++) {
            OptionalLong octet = i < parts.length ? Numbers.upTo(parts[i], 255) : OptionalLong.of(0);
            if (octet.isEmpty()) {
                return Optional.empty();
            }
            bits = bits << 8 | (int) octet.getAsLong();
        }
        return Optional.of(new Ipv4Address(bits));
    }
}
