package nfstep.parse.ip;

import java.util.Optional;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Ipv4Address;
import nfstep.packet.Prefix;

/** Prefixes and addresses with a length as iproute2 reads them: {@code lib/utils.c}, {@code get_prefix_1}. */
final class PrefixText {
    /** An address and the length behind its slash. */
    record Sized(IpAddress address, int length) {}

    private PrefixText() {}

    /** Whether the text is a word for all addresses. */
    static boolean isEverything(String text) {
        return text.equals("default") || text.equals("all") || text.equals("any");
    }

    /** A prefix; bits of the host are masked away. */
    static Optional<Prefix> parse(String text) {
        return sized(text).map(s -> Prefix.of(s.address(), s.length()));
    }

    /** Whether bits are set behind the length. */
    static boolean hasHostBits(String text) {
        return sized(text)
                .filter(s -> !Prefix.of(s.address(), s.length()).address().equals(s.address()))
                .isPresent();
    }

    /** An address with a length in bits or a mask behind a slash; without one it is alone in its prefix. */
    static Optional<Sized> sized(String text) {
        int slash = text.indexOf('/');
        Optional<IpAddress> address = address(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0) {
            return address.map(a -> new Sized(a, a.family().bits()));
        }
        return address.flatMap(
                a -> length(text.substring(slash + 1), a.family()).map(l -> new Sized(a, l)));
    }

    /** {@code 10} is {@code 10.0.0.0} and {@code 10.1} is {@code 10.1.0.0}. */
    private static Optional<IpAddress> address(String text) {
        if (text.indexOf(':') >= 0) {
            return IpAddress.parse(text);
        }
        long dots = text.chars().filter(c -> c == '.').count();
        return dots > 3 ? Optional.empty() : IpAddress.parse(text + ".0".repeat((int) (3 - dots)));
    }

    private static Optional<Integer> length(String text, IpFamily family) {
        Optional<Ipv4Address> mask = Ipv4Address.parse(text);
        if (mask.isPresent() && family == IpFamily.IPV4) {
            int length = Integer.bitCount(mask.get().bits());
            return IpAddress.mask(family, length).equals(mask.get()) ? Optional.of(length) : Optional.empty();
        }
        return Numbers.parse(text).filter(n -> n >= 0 && n <= family.bits()).map(Long::intValue);
    }
}
