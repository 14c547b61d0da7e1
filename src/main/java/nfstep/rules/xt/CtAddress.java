package nfstep.rules.xt;

import java.util.OptionalInt;
import nfstep.packet.AddressMask;
import nfstep.packet.IpAddress;

/**
 * An address with a mask, as {@code --ctorigsrc} and its kind take it.
 *
 * @param address as it was written, host bits included
 * @param mask the bits that count, without a gap, and what they must be
 */
record CtAddress(IpAddress address, AddressMask mask) {
    /** Reads {@code address[/mask]}: {@code xtopt_parse_hostmask}. */
    static CtAddress read(Reading reading, OptionUse use) {
        String word = use.word();
        int slash = word.indexOf('/');
        IpAddress address = reading.address(use, slash < 0 ? word : word.substring(0, slash));
        int length = slash < 0 ? reading.family().bits() : length(reading, word.substring(slash + 1));
        if (length < 0) {
            reading.refuse(
                    use,
                    "takes a mask or a length from 0 to " + reading.family().bits() + " behind the slash, not "
                            + Quoting.quote(word.substring(slash + 1)));
        }
        IpAddress mask = IpAddress.mask(reading.family(), Math.max(length, 0));
        return new CtAddress(address, new AddressMask(address, mask));
    }

    private static int length(Reading reading, String text) {
        int bits = reading.family().bits();
        OptionalInt length = PrefixWord.length(reading.family(), text);
        if (length.isEmpty()) {
            return -1;
        }
        return length.getAsInt() == PrefixWord.GAPS ? bits : length.getAsInt();
    }

    /** Whether the bits that count are those of the address. */
    boolean holds(IpAddress seen) {
        return mask.matches(seen);
    }

    /** As iptables-save prints it: no length where all bits count. */
    String text() {
        int length = mask.prefixLength().orElse(0);
        return length == address.family().bits() ? address.toString() : address + "/" + length;
    }

    /** As a listing prints it. */
    String listing(boolean numeric) {
        return address.isUnspecified() && !numeric ? "anywhere" : text();
    }
}
