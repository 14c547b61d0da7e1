package nfstep.rules.xt;

import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.packet.AddressMask;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;

/** A length of a prefix, or a mask that says the same: {@code libxtables}, {@code xtopt_parse_plen}. */
final class PrefixWord {
    /** Stands for a mask with gaps; libxtables reads an IPv4 number that is no length as one, and says nothing. */
    static final int GAPS = -1;

    private static final long LARGEST = 0xffff_ffffL;

    private PrefixWord() {}

    /** The length that the word means, {@link #GAPS}, or none if it means none. */
    static OptionalInt length(IpFamily family, String word) {
        OptionalLong number = Numbers.parse(word);
        if (number.isPresent() && number.getAsLong() <= family.bits()) {
            return OptionalInt.of((int) number.getAsLong());
        }
        if (number.isPresent()) {
            return family == IpFamily.IPV4 && number.getAsLong() <= LARGEST
                    ? OptionalInt.of(GAPS)
                    : OptionalInt.empty();
        }
        return IpAddress.parse(word)
                .filter(mask -> mask.family() == family)
                .map(mask -> new AddressMask(IpAddress.any(family), mask).prefixLength())
                .map(length -> OptionalInt.of(length.orElse(GAPS)))
                .orElse(OptionalInt.empty());
    }

    /** The length, where a mask with gaps counts as one without. */
    static int read(Reading reading, OptionUse use) {
        int bits = reading.family().bits();
        OptionalInt length = length(reading.family(), use.word());
        if (length.isEmpty()) {
            reading.refuse(use, "takes a length from 0 to " + bits + " or a mask, not " + Quoting.quote(use.word()));
        }
        return length.orElse(bits) == GAPS ? bits : length.orElse(bits);
    }
}
