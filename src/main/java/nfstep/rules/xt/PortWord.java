package nfstep.rules.xt;

import java.util.Locale;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nfstep.packet.Services;

/** One port as a word of a rule: a number or the name of a service. */
final class PortWord {
    private static final String[] ANY_PROTOCOL = {"tcp", "udp", "sctp"};
    private static final int LAST = 0xffff;

    private PortWord() {}

    /** As {@code xtables_parse_port} reads it: the service's name must be known for that protocol. */
    static OptionalInt of(String word, String protocol) {
        OptionalLong number = Numbers.parse(word.strip());
        if (number.isPresent()) {
            return number.getAsLong() <= LAST ? OptionalInt.of((int) number.getAsLong()) : OptionalInt.empty();
        }
        return Services.port(word, protocol.toLowerCase(Locale.ROOT));
    }

    /**
     * As getaddrinfo(3) reads it for {@code xtables_getportbyname}: decimal, of which 16 bits are kept, so that 65536 is
     * port 0; or the name of a service of any protocol. An empty word is port 0.
     */
    static OptionalInt ofAnyProtocol(String word) {
        String text = word.strip();
        String digits = text.startsWith("+") ? text.substring(1) : text;
        if (text.isEmpty() || isDecimal(digits)) {
            return OptionalInt.of(text.isEmpty() ? 0 : (int) Long.parseLong(digits) & LAST);
        }
        return ofName(word);
    }

    /** The port of a service that any protocol has. */
    static OptionalInt ofName(String word) {
        for (String protocol : ANY_PROTOCOL) {
            OptionalInt port = Services.port(word, protocol);
            if (port.isPresent()) {
                return port;
            }
        }
        return OptionalInt.empty();
    }

    /** The port as a listing prints it. */
    static String print(int port, String protocol, boolean numeric) {
        String number = Integer.toString(port);
        return numeric ? number : Services.name(port, protocol).orElse(number);
    }

    private static boolean isDecimal(String word) {
        return !word.isEmpty() && word.length() <= 18 && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
