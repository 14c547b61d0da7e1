package nfstep.rules.xt;

import java.util.OptionalInt;
import java.util.function.Function;

/** The ports from the first to the last, both included, as {@code --sport} and {@code --dport} take them. */
record Ports(boolean inverted, int first, int last) {
    /** No condition. */
    static final Ports ANY = new Ports(false, 0, 0xffff);

    Ports {
        if (first < 0 || last > 0xffff || first > last) {
            throw new IllegalArgumentException("not ports: " + first + ":" + last);
        }
    }

    /** Whether it is the range of all ports, inverted or not. */
    boolean areAll() {
        return first == 0 && last == 0xffff;
    }

    /** Reads {@code port}, {@code from:to}, {@code from:}, {@code :to} as the tcp match does. */
    static Ports of(Reading reading, OptionUse use, String protocol) {
        return read(reading, use, word -> PortWord.of(word, protocol));
    }

    /** Reads the same as the udp match does, with numbers and services as getaddrinfo(3) knows them. */
    static Ports ofAnyProtocol(Reading reading, OptionUse use) {
        return read(reading, use, PortWord::ofAnyProtocol);
    }

    private static Ports read(Reading reading, OptionUse use, Function<String, OptionalInt> port) {
        String word = use.word();
        int colon = word.indexOf(':');
        if (colon < 0) {
            int only = port(reading, use, port.apply(word));
            return new Ports(use.inverted(), only, only);
        }
        String from = word.substring(0, colon);
        String to = word.substring(colon + 1);
        int first = from.isEmpty() ? 0 : port(reading, use, port.apply(from));
        int last = to.isEmpty() ? 0xffff : port(reading, use, port.apply(to));
        if (first > last) {
            reading.refuse(use, "goes down from " + first + " to " + last + ": write the lower port first");
        }
        return new Ports(use.inverted(), Math.min(first, last), last);
    }

    private static int port(Reading reading, OptionUse use, OptionalInt port) {
        if (port.isEmpty()) {
            reading.refuse(
                    use,
                    "takes a port from 0 to 65535, the name of a service, or two of them with a colon between, not "
                            + Quoting.quote(use.word()));
        }
        return port.orElse(0);
    }

    /** Whether the port is one of them, or none of them where inverted. */
    boolean holds(int port) {
        return (port >= first && port <= last) != inverted;
    }

    private boolean isAny() {
        return first == 0 && last == 0xffff && !inverted;
    }

    /** As iptables-save prints them; empty for all ports. */
    String option(String name) {
        return isAny() ? "" : Parts.option(inverted, name, range());
    }

    /** The port, or the first and the last with a colon between. */
    String range() {
        return first == last ? Integer.toString(first) : first + ":" + last;
    }

    /** As a listing prints them: {@code dpt:80}, {@code dpts:!1:9}; empty for all ports. */
    String listing(String name, String protocol, boolean numeric) {
        if (isAny()) {
            return "";
        }
        String not = inverted ? "!" : "";
        String from = PortWord.print(first, protocol, numeric);
        return first == last
                ? name + ":" + not + from
                : name + "s:" + not + from + ":" + PortWord.print(last, protocol, numeric);
    }
}
