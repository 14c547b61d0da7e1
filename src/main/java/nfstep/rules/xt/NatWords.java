package nfstep.rules.xt;

import java.util.Optional;
import java.util.OptionalInt;
import nfstep.conntrack.NatRange;
import nfstep.conntrack.NatRange.AddressRange;
import nfstep.conntrack.NatRange.PortRange;
import nfstep.packet.IpAddress;
import nfstep.packet.IpFamily;
import nfstep.packet.Protocols;

/** Addresses and ports as the NAT targets take and print them: {@code libxt_NAT.c}. */
final class NatWords {
    private NatWords() {}

    /** The range of a target with {@code --to-source} or {@code --to-destination}. */
    static NatRange range(Reading reading, OptionUse to) {
        String word = to.word();
        int colon = colon(word);
        Optional<PortRange> ports =
                colon < 0 ? Optional.empty() : Optional.of(ports(reading, to, word.substring(colon + 1)));
        String addresses = addresses(reading, to, colon < 0 ? word : word.substring(0, colon));
        Optional<AddressRange> range =
                addresses.isEmpty() ? Optional.empty() : Optional.of(addressRange(reading, to, addresses));
        return flagged(reading, range, ports);
    }

    /** The range of a target with {@code --to-ports}. */
    static NatRange portsOnly(Reading reading) {
        Optional<PortRange> ports = reading.use("to-ports").map(use -> ports(reading, use, use.word()));
        return flagged(reading, Optional.empty(), ports);
    }

    private static NatRange flagged(Reading reading, Optional<AddressRange> addresses, Optional<PortRange> ports) {
        return new NatRange(
                addresses, ports, reading.has("random"), reading.has("random-fully"), reading.has("persistent"));
    }

    /** Where the ports start: behind {@code ]}, or at the only colon; -1 if there are none. */
    private static int colon(String word) {
        int bracket = word.indexOf(']');
        if (word.indexOf('[') >= 0) {
            return bracket < 0 ? -1 : word.indexOf(':', bracket);
        }
        int first = word.indexOf(':');
        return first >= 0 && word.indexOf(':', first + 1) >= 0 ? -1 : first;
    }

    private static String addresses(Reading reading, OptionUse to, String word) {
        int open = word.indexOf('[');
        int close = word.indexOf(']');
        if (open < 0) {
            return word;
        }
        if (close < open || reading.family() == IpFamily.IPV4) {
            reading.refuse(to, "takes brackets only around IPv6 addresses, not " + Quoting.quote(word));
            return "";
        }
        return word.substring(open + 1, close);
    }

    private static AddressRange addressRange(Reading reading, OptionUse to, String word) {
        int dash = word.indexOf('-');
        IpAddress first = reading.address(to, dash < 0 ? word : word.substring(0, dash));
        IpAddress last = dash < 0 ? first : reading.address(to, word.substring(dash + 1));
        if (first.compareTo(last) > 0) {
            reading.refuse(to, "goes down from " + first + " to " + last + ": write the lower address first");
            return new AddressRange(last, first);
        }
        return new AddressRange(first, last);
    }

    private static PortRange ports(Reading reading, OptionUse use, String word) {
        if (!takesPorts(reading.setting().base().protocol().value())) {
            reading.refuse(use, "takes a port only behind -p tcp, udp, sctp, dccp or icmp");
        }
        int slash = word.indexOf('/');
        String range = slash < 0 ? word : word.substring(0, slash);
        int dash = isNumber(range) ? range.indexOf('-') : -1;
        int first = port(reading, use, dash < 0 ? range : range.substring(0, dash));
        int last = dash < 0 ? first : lastPort(reading, use, range.substring(dash + 1));
        int base = slash < 0 ? 0 : base(reading, use, dash, word.substring(slash + 1));
        if (last < first) {
            reading.refuse(use, "goes down from port " + first + " to " + last + ": write the lower port first");
            return new PortRange(0, 0, 0);
        }
        return new PortRange(first, last, base);
    }

    private static boolean takesPorts(int protocol) {
        return switch (protocol) {
            case Protocols.TCP, Protocols.UDP, Protocols.SCTP, Protocols.DCCP, Protocols.ICMP -> true;
            default -> false;
        };
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private static int port(Reading reading, OptionUse use, String word) {
        OptionalInt port = isNumber(word) ? PortWord.of(word, "") : PortWord.ofName(word);
        if (port.isEmpty()) {
            reading.refuse(
                    use, "takes a port, the name of a service, or FIRST-LAST with a dash, not " + Quoting.quote(word));
        }
        return port.orElse(0);
    }

    /** Behind the dash, no name of a service is taken. */
    private static int lastPort(Reading reading, OptionUse use, String word) {
        if (!isNumber(word)) {
            reading.refuse(use, "takes a number behind the dash, not " + Quoting.quote(word));
            return 0;
        }
        return port(reading, use, word);
    }

    private static int base(Reading reading, OptionUse use, int dash, String word) {
        int base = port(reading, use, word);
        if (dash < 0 || base == 0 || !use.option().equals("to-destination")) {
            reading.refuse(use, "takes a base port other than 0 behind a range of --to-destination only");
        }
        return base;
    }

    /** The addresses and ports as iptables-save prints them; empty if there are none. */
    static String text(NatRange range) {
        String ports = range.ports().map(NatWords::text).orElse("");
        String addresses = range.addresses().map(NatWords::text).orElse("");
        boolean brackets = addresses.indexOf(':') >= 0 && !ports.isEmpty();
        return (brackets ? "[" + addresses + "]" : addresses) + (ports.isEmpty() ? "" : ":" + ports);
    }

    private static String text(AddressRange range) {
        return range.first().equals(range.last()) ? range.first().toString() : range.first() + "-" + range.last();
    }

    /** Ports as iptables-save prints them. */
    static String text(PortRange range) {
        String ports = range.first() == range.last() ? "" + range.first() : range.first() + "-" + range.last();
        return range.base() == 0 ? ports : ports + "/" + range.base();
    }

    /** The flags as iptables-save and listings print them. */
    static String flags(NatRange range, String start) {
        return Parts.join(
                range.random() ? start + "random" : "",
                range.fullyRandom() ? start + "random-fully" : "",
                range.persistent() ? start + "persistent" : "");
    }
}
