package nfstep.rules.xt;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import nfstep.packet.IpFamily;
import org.jspecify.annotations.Nullable;

/** A type of ICMP or ICMPv6 with the codes from the first to the last, as {@code --icmp-type} takes it. */
record IcmpType(int type, int firstCode, int lastCode) {
    private static final int ANY = 255;

    /** A name that iptables knows. */
    record Named(String name, IcmpType type) {}

    IcmpType {
        if (type < 0 || type > 255 || firstCode < 0 || firstCode > 255 || lastCode < 0 || lastCode > 255) {
            throw new IllegalArgumentException("not an ICMP type: " + type + "/" + firstCode + "-" + lastCode);
        }
    }

    /** Whether a header has that type and one of the codes. */
    boolean holds(int headerType, int headerCode) {
        return headerType == type && headerCode >= firstCode && headerCode <= lastCode;
    }

    /** Reads a name or its beginning, {@code type}, {@code type/code} or {@code type/code:code}. */
    static IcmpType read(Reading reading, OptionUse use) {
        String word = use.word();
        List<Named> meant = IcmpNames.of(reading.family()).stream()
                .filter(n -> n.name().toLowerCase(Locale.ROOT).startsWith(word.toLowerCase(Locale.ROOT)))
                .toList();
        if (meant.size() > 1) {
            reading.refuse(
                    use,
                    Quoting.quote(word) + " is the beginning of " + meant.get(0).name() + " and "
                            + meant.get(1).name() + ": write more of it");
        }
        return meant.isEmpty() ? numeric(reading, use) : meant.get(0).type();
    }

    private static IcmpType numeric(Reading reading, OptionUse use) {
        String word = use.word();
        int slash = word.indexOf('/');
        int type = number(slash < 0 ? word : word.substring(0, slash));
        IcmpType read = slash < 0 ? whole(type) : coded(type, word.substring(slash + 1));
        if (read == null) {
            reading.refuse(
                    use,
                    "takes a name, a type from 0 to 255 or type/code, not " + Quoting.quote(word)
                            + IcmpNames.hint(reading.family(), word));
            return new IcmpType(0, 0, 0);
        }
        return read;
    }

    private static @Nullable IcmpType whole(int type) {
        return type < 0 ? null : new IcmpType(type, 0, 255);
    }

    private static @Nullable IcmpType coded(int type, String codes) {
        int colon = codes.indexOf(':');
        int first = number(colon < 0 ? codes : codes.substring(0, colon));
        int last = colon < 0 ? first : number(codes.substring(colon + 1));
        return type < 0 || first < 0 || last < 0 ? null : new IcmpType(type, first, last);
    }

    private static int number(String word) {
        OptionalLong number = Numbers.parse(word);
        return number.isPresent() && number.getAsLong() <= 255 ? (int) number.getAsLong() : -1;
    }

    /** Whether it stands for every ICMP packet; ICMPv6 has nothing like that. */
    boolean isAny(IpFamily family) {
        return family == IpFamily.IPV4 && type == ANY;
    }

    /** As iptables-save prints it; a range of codes is printed as it was written. */
    String word(IpFamily family) {
        if (firstCode == 0 && lastCode == 255) {
            return isAny(family) ? "any" : Integer.toString(type);
        }
        return type + "/" + firstCode + (firstCode == lastCode ? "" : ":" + lastCode);
    }

    /** As a listing prints it behind the protocol, blank included where the tool prints one. */
    String listing(IpFamily family, boolean inverted, boolean numeric) {
        String name = numeric ? "" : IcmpNames.name(family, this);
        if (!name.isEmpty()) {
            return " " + (inverted ? "!" : "") + name;
        }
        return (inverted ? " !" : "") + "type " + type + codes();
    }

    private String codes() {
        if (firstCode == lastCode) {
            return " code " + firstCode;
        }
        return firstCode == 0 && lastCode == 255 ? "" : " codes " + firstCode + "-" + lastCode;
    }
}
